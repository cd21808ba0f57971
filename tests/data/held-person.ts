/*
 * A young person of whom every module holds something, each with a word of its own, for tests of copying and erasing.
 */
import { staffMember } from '../accounts.ts';
import { joinedYoungPerson } from '../young-accounts.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { sealConcern } from '#lib/concerns/sealing.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { NO_DETAILS } from '#lib/people/detail.ts';
import { sealDetails } from '#lib/people/details.server.ts';
import { sealRequest } from '#lib/data-rights/sealing.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { sealRecord } from '#lib/secrets/records.server.ts';

export interface HeldPerson {
	id: string;
	accountId: string;
	userName: string;
	staffId: string;
	/** Closed, and not on the record. */
	concern: string;
}

/** One message of theirs and one answer. */
export async function concernOf(
	db: Database,
	keyring: Keyring,
	youngPersonId: string,
	state: { closedAt: string | null; onFile?: 0 | 1; words?: string }
): Promise<string> {
	const [id, message] = [randomId(), randomId()];
	const given = JSON.stringify({ name: 'Givenname', reply: 'here', address: null, safeWhen: 'after tea-canary' });
	const at = '2026-11-02T10:00:00.000Z';
	const closing = JSON.stringify([{ forThem: 'Rang closing-canary', forRecord: null, by: 'nobody', at }]);
	await db
		.insertInto('concern')
		.values({
			id,
			young_person_id: youngPersonId,
			selector: null,
			verifier_hash: null,
			made_at: at,
			wish: 'not sure',
			topic: 'family',
			about_worker: 0,
			worker_id: null,
			given_sealed: sealConcern(keyring, 'given_sealed', id, youngPersonId, given),
			due_on: '2026-11-03',
			seen_at: at,
			seen_by: null,
			answered_at: at,
			assigned_to: null,
			closed_at: state.closedAt,
			closed_by: null,
			closing_sealed: sealConcern(keyring, 'closing_sealed', id, youngPersonId, closing),
			on_file: state.onFile ?? 0
		})
		.execute();
	const words = state.words ?? 'My uncle Barnaby-canary shouts';
	await db
		.insertInto('concern_message')
		.values({
			id: message,
			concern_id: id,
			place: 1,
			at,
			side: 'young person',
			staff_id: null,
			words_sealed: sealConcern(keyring, 'words_sealed', message, youngPersonId, words),
			read_at: null
		})
		.execute();
	const escalation = { concern_id: id, due_on: '2026-11-03', level: 1, at, to_staff_id: null, waits_for: 'reading' };
	await db.insertInto('concern_escalation').values(escalation).execute();
	return id;
}

/** Somebody of 14 with an account, of whom everything is held that can be. */
export async function heldPerson(
	db: Database,
	keyring: Keyring,
	now: Date,
	{ standing = 'left' }: { standing?: string } = {}
): Promise<HeldPerson> {
	const { accountId, youngPersonId: id, userName } = await joinedYoungPerson(db, keyring, now);
	const { staffId } = await staffMember(db, ['IRO'], 'Ina Worker-canary');
	const details = { ...NO_DETAILS, preferredName: 'Robin-canary', mayBeTold: 'Aunt Petronella-canary only' };
	await db
		.updateTable('young_person')
		.set({ standing, details_sealed: sealDetails(keyring, id, details), team: 'Team-canary' })
		.where('id', '=', id)
		.execute();
	const at = now.toISOString();
	await db
		.insertInto('caseload')
		.values({ young_person_id: id, role: 'IRO', staff_id: staffId, since: '2026-01-02' })
		.execute();
	const stay = {
		reason_started: 'S',
		legal_status: 'C2',
		need: 'N1',
		place: 'U6',
		provider: 'PR1',
		reason_ended: 'E8'
	};
	const postcodes = {
		reason_place_changed: null,
		home_postcode: 'QQ1 1CN',
		place_postcode: 'QQ2 2CN',
		provider_urn: null
	};
	await db
		.insertInto('episode')
		.values({ id: randomId(), young_person_id: id, started: '2020-01-02', ended: '2024-01-02', ...stay, ...postcodes })
		.execute();
	const review = { id: randomId(), young_person_id: id, held: '2023-03-04', participation_code: 'PN1' };
	await db.insertInto('statutory_review').values(review).execute();
	const wave = randomId();
	const days = { opens: '2026-05-01', closes: '2026-06-01', created_on: '2026-04-01' };
	await db
		.insertInto('wave')
		.values({ id: wave, name: `Wave-canary ${wave}`, status: 'closed', public_key: null, test_seal: null, ...days })
		.execute();
	await db
		.insertInto('wave_version')
		.values({ wave_id: wave, version: '11-17', edition: '11-17/1', eligible: 30 })
		.execute();
	await db
		.insertInto('invitation')
		.values({ wave_id: wave, young_person_id: id, version: '11-17', issued: 1 })
		.execute();
	const opening = randomId();
	const place = { table: 'opening', id: opening, column: 'reason_sealed', owner: id };
	await db
		.insertInto('opening')
		.values({
			id: opening,
			young_person_id: id,
			staff_id: staffId,
			at,
			until: at,
			reason_sealed: sealRecord(keyring, place, 'Looked because of reason-canary')
		})
		.execute();
	const address = { table: 'notice_choice', id, column: 'address_sealed', owner: id };
	await db
		.insertInto('notice_choice')
		.values({
			young_person_id: id,
			channel: 'email',
			address_sealed: sealRecord(keyring, address, 'address-canary@example.org'),
			quiet_from: 21,
			quiet_to: 8,
			changed_at: at
		})
		.execute();
	const state = { state: 'sent', channel: 'email', attempts: 1, leased_by: null, leased_until: null };
	await db
		.insertInto('notice')
		.values({
			id: randomId(),
			once: randomId(),
			recipient_kind: 'young person',
			recipient_id: id,
			what: 'new message',
			made_at: at,
			due_at: at,
			ended_at: at,
			because: null,
			...state
		})
		.execute();
	const concern = await concernOf(db, keyring, id, { closedAt: '2026-11-05T10:00:00.000Z' });
	const request = randomId();
	const given = JSON.stringify({ words: 'What do you know, request-canary?', name: null, reply: null });
	await db
		.insertInto('data_request')
		.values({
			id: request,
			kind: 'copy',
			young_person_id: id,
			selector: null,
			verifier_hash: null,
			asked_at: at,
			asked_by: 'young person',
			due_on: '2027-01-01',
			given_sealed: sealRequest(keyring, 'given_sealed', request, id, given),
			acknowledged_at: null,
			answered_at: at,
			answered_by: staffId,
			answer_sealed: sealRequest(keyring, 'answer_sealed', request, id, 'Here it is, answer-canary'),
			copy_sealed: null,
			read_at: null
		})
		.execute();
	const actor = { staffId, name: 'Ina Worker-canary', tenant: 'council', roles: ['IRO'] } as const;
	const subject = { kind: 'young person', id } as const;
	await inTransaction(db, (writing) => record(writing, actor, { what: 'young person opened', subject }, now));
	return { id, accountId, userName, staffId, concern };
}
