/*
 * Sending, reading and writing again, by account and by code, on every engine.
 */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffMember } from '../../../tests/accounts.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { accountHolder, ASKING, sending, sentOf } from '../../../tests/data/talking.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import type { SignedIn, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { sendConcern } from './asking.server.ts';
import { myConcerns, openMine, showCode } from './mine.server.ts';
import { writeAgain } from './writing-again.server.ts';

/** A Friday, two hours after the last reader went home. */
const NOW = new Date('2027-03-05T19:00:00Z');
onEveryEngine('talking to someone', (open) => {
	let db: Database;
	let keyring: Keyring;
	let lead: SignedIn;
	let iro: SignedIn;
	let young: YoungPersonSignedIn;
	let other: YoungPersonSignedIn;

	const noticesOf = async (once: string) =>
		(await db.selectFrom('notice').select(['recipient_id', 'what']).where('once', 'like', `${once}%`).execute()).map(
			({ recipient_id, what }) => `${what} ${recipient_id}`
		);
	const row = (id: string) => db.selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	const told = async (id: string) =>
		(await db.selectFrom('audit_event').selectAll().where('subject_id', '=', id).orderBy('place').execute()).map(
			({ what, actor_kind, actor_id }) => [what, actor_kind, actor_id]
		);

	beforeAll(async () => {
		({ db } = await open());
		lead = await staffMember(db, ['safeguarding lead'], 'Lee Lead');
		iro = await staffMember(db, ['IRO'], 'Amina Iro');
		const gone = await staffMember(db, ['safeguarding lead'], 'Gone Lead');
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', gone.staffId).execute();
		young = await accountHolder(db);
		other = await accountHolder(db);
		await db
			.insertInto('caseload')
			.values({ young_person_id: young.youngPersonId, role: 'IRO', staff_id: iro.staffId, since: '2027-01-01' })
			.execute();
	});

	beforeEach(() => {
		keyring = passingKeyring();
	});

	describe('with an account', () => {
		it('stores what was sent sealed, tells every lead in use, and starts the clock', async () => {
			const { id, dueOn, code } = sentOf(await sendConcern(db, keyring, young, ASKING, sending(), NOW));
			expect([dueOn, code]).toEqual(['2027-03-08', null]);
			expect(await row(id)).toMatchObject({
				young_person_id: young.youngPersonId,
				selector: null,
				worker_id: null,
				seen_at: null,
				about_worker: 0
			});
			expect(await noticesOf(`concern ${id}`)).toEqual([`concern waiting ${lead.staffId}`]);
			expect(await told(id)).toEqual([['concern sent', 'young person', young.youngPersonId]]);
			const everything = JSON.stringify([
				await db.selectFrom('concern').selectAll().execute(),
				await db.selectFrom('concern_message').selectAll().execute(),
				await db.selectFrom('audit_event').selectAll().execute(),
				await db.selectFrom('notice').selectAll().execute()
			]);
			expect(everything).not.toMatch(/Canaryword|900123|at school/);
		});

		it('lets the worker they wished for see it, unless it is about a worker', async () => {
			const wish = { ...ASKING, wish: 'IRO' } as const;
			const one = sentOf(await sendConcern(db, keyring, young, wish, sending(), NOW));
			expect((await row(one.id)).worker_id).toBe(iro.staffId);
			expect((await noticesOf(`concern ${one.id}`)).sort()).toEqual(
				[`concern waiting ${iro.staffId}`, `concern waiting ${lead.staffId}`].sort()
			);
			const about = { ...wish, topic: 'someone who works with me' } as const;
			const two = sentOf(await sendConcern(db, keyring, young, about, sending(), NOW));
			expect(await row(two.id)).toMatchObject({ worker_id: null, about_worker: 1 });
			expect(await noticesOf(`concern ${two.id}`)).toEqual([`concern waiting ${lead.staffId}`]);
		});

		it('goes to the lead alone when nobody works with them', async () => {
			const sent = sentOf(await sendConcern(db, keyring, other, { ...ASKING, wish: 'IRO' }, sending(), NOW));
			expect((await row(sent.id)).worker_id).toBeNull();
		});

		it('is one however often Send is pressed, and another young person’s same form is another', async () => {
			const form = sending();
			const both = await Promise.all([1, 2].map(() => sendConcern(db, keyring, young, ASKING, form, NOW)));
			const again = await sendConcern(db, keyring, young, { ...ASKING, words: 'other words' }, form, NOW);
			expect(new Set([...both, again].map((sent) => sentOf(sent).id)).size).toBe(1);
			const { id } = sentOf(again);
			const messages = await db.selectFrom('concern_message').select('id').where('concern_id', '=', id).execute();
			expect(messages).toHaveLength(1);
			expect(await told(id)).toHaveLength(1);
			expect(sentOf(await sendConcern(db, keyring, other, ASKING, form, NOW)).id).not.toBe(id);
		});

		it('is found by its own young person and by nobody else, nor by a code', async () => {
			const { id } = sentOf(await sendConcern(db, keyring, young, ASKING, sending(), NOW));
			expect(await openMine(db, keyring, young, id, NOW)).toMatchObject({
				state: 'unseen',
				dueOn: '2027-03-08',
				messages: [{ words: ASKING.words, by: null, isRead: false }]
			});
			expect((await myConcerns(db, young)).map((one) => one.id)).toContain(id);
			expect((await myConcerns(db, other)).map((one) => one.id)).not.toContain(id);
			expect(await openMine(db, keyring, other, id, NOW)).toBeNull();
			expect(await openMine(db, keyring, { concern: id }, id, NOW)).toBeNull();
			const words = { id, words: 'me too', once: randomId() };
			expect(await writeAgain(db, keyring, other, words, NOW)).toEqual({ kind: 'not theirs' });
			expect(await writeAgain(db, keyring, { concern: id }, words, NOW)).toEqual({ kind: 'not theirs' });
		});
	});

	describe('without an account', () => {
		it('gives a code that opens this one and no other, and only a slow hash is kept', async () => {
			const { id, code } = sentOf(await sendConcern(db, keyring, null, { ...ASKING, name: 'Jay' }, sending(), NOW));
			expect(await row(id)).toMatchObject({ young_person_id: null, worker_id: null });
			expect((await row(id)).verifier_hash).toMatch(/^\$argon2id\$/);
			expect(await told(id)).toEqual([['concern sent', 'nobody', null]]);
			const shown = await showCode(db, keyring, (code ?? '').toLowerCase(), NOW);
			expect(shown).toEqual({ kind: 'right', row: { concern: id } });
			expect(await openMine(db, keyring, { concern: id }, id, NOW)).toMatchObject({ state: 'unseen' });
			const another = sentOf(await sendConcern(db, keyring, null, ASKING, sending(), NOW));
			expect(await openMine(db, keyring, { concern: id }, another.id, NOW)).toBeNull();
			const words = { id, words: 'Are you there?', once: randomId() };
			expect(await writeAgain(db, keyring, { concern: id }, words, NOW)).toEqual({ kind: 'written' });
			expect(await told(id)).toHaveLength(2);
		});

		it('tells the code again to the browser that sent, and to no other that has the same form', async () => {
			const form = sending();
			const both = await Promise.all([1, 2].map(() => sendConcern(db, keyring, null, ASKING, form, NOW)));
			const first = sentOf(both[0]);
			expect(sentOf(both[1])).toEqual(first);
			expect(await sendConcern(db, keyring, null, ASKING, form, NOW)).toEqual(first);
			const elsewhere = { ...form, browser: randomId() };
			expect(await sendConcern(db, keyring, null, ASKING, elsewhere, NOW)).toEqual({ kind: 'sent before' });
			expect(await noticesOf(`concern ${first.id}`)).toHaveLength(1);
		});

		it('takes another code where the first is somebody’s, and tells that one again', async () => {
			const form = sending();
			const first = sentOf(await sendConcern(db, keyring, null, ASKING, form, NOW));
			const { selector } = await row(first.id);
			await db.deleteFrom('concern_message').where('concern_id', '=', first.id).execute();
			await db.deleteFrom('concern').where('id', '=', first.id).execute();
			const taken = sentOf(await sendConcern(db, keyring, null, ASKING, sending(), NOW));
			await db.updateTable('concern').set({ selector }).where('id', '=', taken.id).execute();
			const second = sentOf(await sendConcern(db, keyring, null, ASKING, form, NOW));
			expect(second.code).not.toBe(first.code);
			expect(sentOf(await sendConcern(db, keyring, null, ASKING, form, NOW)).code).toBe(second.code);
			expect(await showCode(db, keyring, second.code ?? '', NOW)).toMatchObject({ kind: 'right' });
		});

		it('says no alike to a wrong code and to none, and makes wait after five', async () => {
			const { code } = sentOf(await sendConcern(db, keyring, null, ASKING, sending(), NOW));
			const wrong = `${(code ?? '').slice(0, 5)}0000-0000-0000`;
			expect(await showCode(db, keyring, 'hello', NOW)).toEqual({ kind: 'no' });
			for (let tries = 0; tries < 5; tries += 1)
				expect(await showCode(db, keyring, wrong, NOW)).toEqual({ kind: 'no' });
			expect(await showCode(db, keyring, wrong, NOW)).toMatchObject({ kind: 'wait' });
		});
	});

	it('takes twenty an hour from one child, and twenty more an hour later', async () => {
		const me = await accountHolder(db);
		const send = (now: Date) => sendConcern(db, keyring, me, ASKING, sending(), now);
		for (let count = 0; count < 20; count += 1) expect(await send(NOW)).toMatchObject({ kind: 'sent' });
		expect(await send(NOW)).toMatchObject({ kind: 'wait' });
		expect(await send(new Date(NOW.getTime() + 3_601_000))).toMatchObject({ kind: 'sent' });
	});
});
