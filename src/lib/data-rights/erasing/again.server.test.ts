/*
 * What comes after an erasing, or in the middle of one: what is new stays, and what a child was told was sent is there.
 */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { writeAgain } from '#lib/concerns/writing-again.server.ts';
import { drawOnce } from '#lib/secrets/once.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { chooseNotices } from '#lib/notices/choices.server.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { concernOf, heldPerson } from '../../../../tests/data/held-person.ts';
import { ASKING, sentOf } from '../../../../tests/data/talking.ts';
import { onEveryEngine, type EngineName } from '../../../../tests/databases.ts';
import { OPERATOR, passingFolder, passingKeyring } from '../../../../tests/open-wave.ts';
import { cardFor, joinWith, PICTURES } from '../../../../tests/young-accounts.ts';
import { askMyself } from '../asking.server.ts';
import { eraseWhatMayGo, eraseYoungPerson, replayErasures } from '../erasures.server.ts';
import { eraseOwn } from './own.server.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** Until somebody waits for a lock that another holds; where there is one writer at a time there is nothing to wait for. */
async function somebodyWaits(db: Database, engine: EngineName): Promise<void> {
	if (engine !== 'PostgreSQL') return;
	for (;;) {
		const { rows } = await sql`select 1 from pg_locks where not granted`.execute(db);
		if (rows.length > 0) return;
	}
}

onEveryEngine('after erasing', (open, engine) => {
	async function held(standing = 'in care') {
		const opened = await open();
		const { db } = opened;
		const keyring = passingKeyring();
		const lead = await staffMember(db, ['safeguarding lead']);
		const who = await heldPerson(db, keyring, NOW, { standing });
		const me = { accountId: who.accountId, youngPersonId: who.id };
		return { ...opened, keyring, lead, who, me, ledger: openLedger(passingFolder(), keyring) };
	}
	const count = async (db: Database, table: 'notice_choice' | 'young_account' | 'joining_card', id: string) =>
		(await db.selectFrom(table).selectAll().where('young_person_id', '=', id).execute()).length;

	it('leaves a new choice, new notices and a new account to whoever took everything away before', async () => {
		const { db, keyring, ledger, who, me } = await held();
		const erased = await eraseOwn(db, keyring, ledger, me, { what: 'everything', once: 'one' }, NOW);
		expect(erased.accountGone).toBe(true);
		const choice = { way: 'email', address: 'new@example.org', quietFrom: 21, quietTo: 8 } as const;
		await joinWith(
			db,
			keyring,
			await cardFor(db, keyring, who.id, later(1)),
			{ userName: 'Again', chosen: PICTURES },
			later(1)
		);
		await chooseNotices(db, keyring, me, choice, 'a test', later(2));
		const told = { to: { kind: 'young person', id: who.id }, what: 'new message', once: 'after' } as const;
		await inTransaction(db, (writing) => notify(writing, told, later(3)));
		for (const hour of [1, 2]) expect(await replayErasures(db, keyring, ledger, later(hour * 60))).toBe(0);
		const notices = await db.selectFrom('notice').select('once').where('recipient_id', '=', who.id).execute();
		expect(notices).toEqual([{ once: 'after' }]);
		expect([await count(db, 'notice_choice', who.id), await count(db, 'young_account', who.id)]).toEqual([1, 1]);
		expect(await count(db, 'joining_card', who.id)).toBeGreaterThan(0);
	});

	it('keeps what a page left open sends again, and tells the leads again', async () => {
		const { db, keyring, ledger, lead, who, me } = await held();
		const sending = { once: drawOnce(keyring, who.accountId), browser: who.accountId };
		const { id } = sentOf(await sendConcern(db, keyring, me, ASKING, sending, later(-60)));
		await db
			.updateTable('concern')
			.set({ closed_at: later(-30).toISOString() })
			.where('id', '=', id)
			.execute();
		await eraseOwn(db, keyring, ledger, me, { what: 'messages', once: 'one' }, NOW);
		expect(await db.selectFrom('concern').select('id').where('id', '=', id).execute()).toEqual([]);

		expect(sentOf(await sendConcern(db, keyring, me, ASKING, sending, later(5))).id).toBe(id);
		expect(await replayErasures(db, keyring, ledger, later(60))).toBe(0);
		const there = await db.selectFrom('concern').select(['id', 'seen_at']).where('id', '=', id).execute();
		expect(there).toEqual([{ id, seen_at: null }]);
		const told = await db
			.selectFrom('notice')
			.select('made_at')
			.where('recipient_id', '=', lead.staffId)
			.where('what', '=', 'concern waiting')
			.execute();
		expect(told.map(({ made_at }) => made_at).sort()).toEqual([later(-60), later(5)].map((at) => at.toISOString()));
	});

	it('keeps a request that is asked again by the same form, and tells the leads again', async () => {
		const { db, keyring, ledger, lead, me, who } = await held();
		const asking = { kind: 'complaint', words: 'Why?', once: 'left open' } as const;
		const first = await askMyself(db, keyring, me, asking, later(-60));
		if (first.kind !== 'asked') throw new Error(first.kind);
		await db
			.updateTable('data_request')
			.set({ answered_at: later(-30).toISOString() })
			.where('id', '=', first.id)
			.execute();
		await eraseWhatMayGo(db, ledger, who.id, NOW, { of: 'data_request' });
		expect(await askMyself(db, keyring, me, asking, later(5))).toMatchObject({ kind: 'asked', id: first.id });
		expect(await replayErasures(db, keyring, ledger, later(60))).toBe(0);
		expect(await db.selectFrom('data_request').select('id').where('id', '=', first.id).execute()).toHaveLength(1);
		const told = await db
			.selectFrom('notice')
			.select('id')
			.where('recipient_id', '=', lead.staffId)
			.where('what', '=', 'data request waiting')
			.execute();
		expect(told).toHaveLength(2);
	});

	it('finishes what was interrupted, but not over what was written into since', async () => {
		const { db, keyring, ledger, who, me } = await held();
		const other = await concernOf(db, keyring, who.id, { closedAt: later(-30).toISOString() });
		for (const id of [who.concern, other]) await ledger.append({ kind: 'row erased', table: 'concern', id }, NOW);
		const again = { id: other, words: 'It is worse now', once: drawOnce(keyring, other) };
		expect(await writeAgain(db, keyring, me, again, later(5))).toEqual({ kind: 'written' });
		expect(await replayErasures(db, keyring, ledger, later(60))).toBe(1);
		const left = await db.selectFrom('concern').select('id').where('young_person_id', '=', who.id).execute();
		expect(left).toEqual([{ id: other }]);
	});

	/** Somebody writes into their thread, and it is told as sent only after the erasing has begun. */
	async function writtenMeanwhile(
		erase: (all: Awaited<ReturnType<typeof held>>) => Promise<unknown>,
		standing: string
	) {
		const all = await held(standing);
		const { db, another, keyring, who, ledger } = all;
		const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
		const { promise: told, resolve: tell } = Promise.withResolvers<undefined>();
		const writes = inTransaction(db, async (writing) => {
			await writing.updateTable('concern').set({ closed_at: null }).where('id', '=', who.concern).execute();
			begin(undefined);
			await told;
		});
		await begun;
		const second = another();
		const erases = erase({ ...all, db: second });
		await somebodyWaits(db, engine);
		tell(undefined);
		await writes;
		const erased = await erases;
		const there = await db.selectFrom('concern').select('id').where('id', '=', who.concern).execute();
		expect(there).toEqual([{ id: who.concern }]);
		const { lines } = ledger.read();
		expect(
			lines.filter((line) => line.kind === 'erased' || (line.kind === 'row erased' && line.id === who.concern))
		).toEqual([]);
		expect(keyring.has(ownersKey(who.id))).toBe(true);
		await replayErasures(db, keyring, ledger, later(60));
		expect(await db.selectFrom('concern').select('id').where('id', '=', who.concern).execute()).toHaveLength(1);
		return erased;
	}

	it('a child’s message that is written while they erase their messages stays', async () => {
		await writtenMeanwhile(
			({ db, keyring, ledger, me }) => eraseOwn(db, keyring, ledger, me, { what: 'messages', once: 'one' }, NOW),
			'in care'
		);
	});

	it('somebody who writes while they are erased altogether is erased in part, with their key', async () => {
		const erased = await writtenMeanwhile(
			({ db, keyring, ledger, who }) => eraseYoungPerson(db, keyring, ledger, OPERATOR, who.id, NOW),
			'left'
		);
		expect(erased).toMatchObject({ kind: 'erased in part', stays: [{ key: 'messages', reason: 'open', count: 1 }] });
	});
});
