/*
 * Sending what a young person wants to talk about: the concern, its first message, the record and the notices stand in one
 * transaction or not at all. Who writes again does so in writing-again.server.ts; staff answer in board/.
 */
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { NOBODY, record } from '#lib/audit/record.server.ts';
import { drawEntryCode, type DrawnCode } from '#lib/auth/entry-codes.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { ownWorkersOf } from '#lib/people/workers/own-workers.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { bytesOfCode, codeOfSending, CODES_TRIED, idOfSending, type Sending } from '#lib/secrets/once.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { about } from './board/threads.server.ts';
import { ABOUT_A_WORKER, dueOn, readersOf, type Given } from './concern.ts';
import type { Asking } from './given.ts';
import { sealConcern } from './sealing.server.ts';
import { countSending } from './sendings.server.ts';
import { tellStaff } from './told.server.ts';

export type Sent =
	/** `code` opens the answer for who has no account; null for who has one. `dueOn` is an ISO day. */
	| { kind: 'sent'; id: string; dueOn: string; code: string | null }
	/** It arrived before, and this is not the browser that sent it: nothing more is told. */
	| { kind: 'sent before' }
	| { kind: 'wait'; seconds: number };

type Stored = 'stored' | 'there already' | 'code taken';

/** The worker they wished for, if there is one and it is not about one. */
async function wishedFor(db: Database, asker: YoungPersonSignedIn | null, { wish, topic }: Asking) {
	const worker = asker && (await ownWorkersOf(db, asker)).find(({ role }) => role === wish);
	return worker && readersOf(wish, topic, true) !== 'safeguarding lead' ? worker.staffId : null;
}

/** Everything that is stored of it but the code. */
function rowsOf(keyring: Keyring, id: string, asker: YoungPersonSignedIn | null, asking: Asking, at: string) {
	const owner = asker?.youngPersonId ?? null;
	const { name, reply, address, safeWhen, wish, topic, words } = asking;
	const given: Given = { name, reply, address, safeWhen };
	const message = idOfSending(keyring, 'message', id);
	return {
		concern: {
			id,
			young_person_id: owner,
			made_at: at,
			wish,
			topic,
			about_worker: topic === ABOUT_A_WORKER ? (1 as const) : (0 as const),
			given_sealed: sealConcern(keyring, 'given_sealed', id, owner, JSON.stringify(given)),
			seen_at: null,
			seen_by: null,
			answered_at: null,
			assigned_to: null,
			closed_at: null,
			closed_by: null,
			closing_sealed: null,
			on_file: 0 as const
		},
		message: {
			id: message,
			concern_id: id,
			place: 1,
			at,
			side: 'young person',
			staff_id: null,
			words_sealed: sealConcern(keyring, 'words_sealed', message, owner, words),
			read_at: null
		}
	};
}

async function store(
	writing: Writing,
	asker: YoungPersonSignedIn | null,
	{ concern, message }: ReturnType<typeof rowsOf>,
	more: {
		due_on: string;
		answer_by: string;
		worker_id: string | null;
		selector: string | null;
		verifier_hash: string | null;
	},
	now: Date
): Promise<Stored> {
	const stored = await writing
		.insertInto('concern')
		.values({ ...concern, ...more })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (!stored.numInsertedOrUpdatedRows) {
		const same = await writing.selectFrom('concern').select('id').where('id', '=', concern.id).executeTakeFirst();
		return same ? 'there already' : 'code taken';
	}
	await writing.insertInto('concern_message').values(message).execute();
	await record(writing, asker ?? NOBODY, { what: 'concern sent', ...about(concern) }, now);
	// Its moment too: a page left open sends again what was erased since, and that is told again.
	const notice = { what: 'concern waiting', once: `concern ${concern.id} waiting ${concern.made_at}` } as const;
	await tellStaff(writing, { ...concern, ...more }, notice, now);
	return 'stored';
}

/** What was sent by this form before; null when nothing was. */
async function sentBefore(
	db: Database,
	keyring: Keyring,
	id: string,
	asker: YoungPersonSignedIn | null,
	sending: Sending
): Promise<Sent | null> {
	const row = await db.selectFrom('concern').select(['selector', 'due_on']).where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	if (asker) return { kind: 'sent', id, dueOn: row.due_on, code: null };
	const code = codeOfSending(keyring, sending, row.selector);
	return code === null ? { kind: 'sent before' } : { kind: 'sent', id, dueOn: row.due_on, code };
}

/** Sends what `readAsking` has read; a second time by the same form it is the same one. */
export async function sendConcern(
	db: Database,
	keyring: Keyring,
	asker: YoungPersonSignedIn | null,
	asking: Asking,
	sending: Sending,
	now: Date
): Promise<Sent> {
	const id = idOfSending(keyring, 'concern', asker?.youngPersonId ?? '', sending.once);
	const before = await sentBefore(db, keyring, id, asker, sending);
	if (before) return before;
	const seconds = await countSending(db, keyring, asker?.youngPersonId ?? sending.browser, { open: !asker, now });
	if (seconds !== null) return { kind: 'wait', seconds };
	const clocks = await readSettings(db, ['clock: worrying message', 'clock: worrying message answered']);
	const due_on = dueOn(dayOf(now), clocks['clock: worrying message']);
	const answer_by = dueOn(dayOf(now), clocks['clock: worrying message answered']);
	const worker_id = await wishedFor(db, asker, asking);
	const rows = rowsOf(keyring, id, asker, asking, now.toISOString());
	for (let attempt = 0; attempt < CODES_TRIED; attempt += 1) {
		const drawn: DrawnCode | null = asker ? null : await drawEntryCode(bytesOfCode(keyring, sending, attempt));
		const code = { selector: drawn?.selector ?? null, verifier_hash: drawn?.verifierHash ?? null };
		const more = { due_on, answer_by, worker_id, ...code };
		const stored = await inTransaction(db, (writing) => store(writing, asker, rows, more, now));
		if (stored === 'stored') return { kind: 'sent', id, dueOn: due_on, code: drawn?.printed ?? null };
		if (stored === 'there already')
			return (await sentBefore(db, keyring, id, asker, sending)) ?? { kind: 'sent before' };
	}
	throw new Error('every code that was drawn is somebody’s already');
}
