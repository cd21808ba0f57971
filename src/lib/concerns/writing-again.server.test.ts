/*
 * The answer, and writing again: what is new, who may read it, and the clock that begins anew.
 */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { staffMember } from '../../../tests/accounts.ts';
import { accountHolder, answeredBy, ASKING, sentBy } from '../../../tests/data/talking.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import type { SignedIn, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openConcern } from './board/threads.server.ts';
import { myConcerns, openMine, waitingForMe } from './mine.server.ts';
import { writeAgain } from './writing-again.server.ts';

/** A Friday evening, and the Monday after. */
const NOW = new Date('2027-03-05T19:00:00Z');
const MONDAY = new Date('2027-03-08T10:00:00Z');
const TUESDAY = new Date('2027-03-09T12:00:00Z');

onEveryEngine('the answer', (open) => {
	let db: Database;
	let keyring: Keyring;
	let lead: SignedIn;
	let me: YoungPersonSignedIn;
	const row = (id: string) => db.selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	const answered = async (done?: string) => {
		const { id } = await sentBy(db, keyring, me, NOW);
		await answeredBy(db, keyring, lead, { id, words: 'We believe you.', ...(done ? { done } : {}) }, MONDAY);
		return id;
	};
	const write = (id: string, words: string, now: Date, once = randomId()) =>
		writeAgain(db, keyring, me, { id, words, once }, now);

	beforeAll(async () => {
		({ db } = await open());
		lead = await staffMember(db, ['safeguarding lead'], 'Lee Lead');
	});
	beforeEach(async () => {
		keyring = passingKeyring();
		me = await accountHolder(db);
	});

	it('is counted until it is read, and comes from a first name and a role', async () => {
		const id = await answered();
		expect(await waitingForMe(db, me)).toBe(1);
		expect(await waitingForMe(db, await accountHolder(db))).toBe(0);
		const [mine] = await myConcerns(db, me);
		expect(mine).toMatchObject({ id, state: 'answered', unread: 1, lastAt: MONDAY.toISOString() });
		const thread = await openMine(db, keyring, me, id, MONDAY);
		expect(thread?.seen).toEqual({ at: MONDAY.toISOString(), by: { firstName: 'Lee', role: 'safeguarding lead' } });
		expect(thread?.messages).toMatchObject([{ isRead: true }, { words: 'We believe you.', isNew: true }]);
		expect(await waitingForMe(db, me)).toBe(0);
		expect((await openMine(db, keyring, me, id, MONDAY))?.messages[1]?.isNew).toBe(false);
	});

	it('is late when the day is over, and says so to the young person', async () => {
		const { id } = await sentBy(db, keyring, me, NOW);
		expect(await openMine(db, keyring, me, id, MONDAY)).toMatchObject({ isLate: false, dueOn: '2027-03-08' });
		expect(await openMine(db, keyring, me, id, TUESDAY)).toMatchObject({ isLate: true });
	});

	it('is not the end: what is written again is unseen, with a day of its own, however often Send is pressed', async () => {
		const id = await answered();
		const once = randomId();
		await Promise.all([1, 2].map(() => write(id, 'One more thing.', TUESDAY, once)));
		expect(await write(id, 'One more thing.', TUESDAY, once)).toEqual({ kind: 'written' });
		expect(await row(id)).toMatchObject({ seen_at: null, seen_by: null, answered_at: null, due_on: '2027-03-10' });
		const thread = await openMine(db, keyring, me, id, TUESDAY);
		expect(thread?.messages.map(({ words }) => words)).toEqual([ASKING.words, 'We believe you.', 'One more thing.']);
		const notices = await db.selectFrom('notice').select('what').where('recipient_id', '=', lead.staffId).execute();
		expect(notices.filter(({ what }) => what === 'concern written to')).toHaveLength(1);
		const events = await db.selectFrom('audit_event').selectAll().where('subject_id', '=', id).execute();
		expect(events.filter(({ what }) => what === 'concern sent').map(({ about_person }) => about_person)).toEqual([
			me.youngPersonId,
			me.youngPersonId
		]);
	});

	it('says what was done when it is closed, and writing again opens it', async () => {
		const id = await answered('You moved to another room.');
		expect(await openMine(db, keyring, me, id, MONDAY)).toMatchObject({
			state: 'closed',
			closed: { done: 'You moved to another room.', by: { firstName: 'Lee' } }
		});
		await write(id, 'It is not better.', TUESDAY);
		expect(await openMine(db, keyring, me, id, TUESDAY)).toMatchObject({ state: 'unseen', closed: null });
	});

	it('does not make a child wait longer who writes more before anybody looked', async () => {
		const { id } = await sentBy(db, keyring, me, NOW);
		await write(id, 'Hello?', MONDAY);
		expect((await row(id)).due_on).toBe('2027-03-08');
	});

	it('refuses empty and endless words, and nothing changes', async () => {
		const id = await answered();
		expect(await write(id, ' \n ', TUESDAY)).toEqual({ kind: 'empty' });
		expect(await write(id, 'x'.repeat(4001), TUESDAY)).toEqual({ kind: 'too long' });
		expect((await row(id)).seen_at).toBe(MONDAY.toISOString());
	});

	it('takes twenty an hour into one thread', async () => {
		const id = await answered();
		for (let count = 0; count < 20; count += 1) expect(await write(id, 'again', TUESDAY)).toEqual({ kind: 'written' });
		expect(await write(id, 'again', TUESDAY)).toMatchObject({ kind: 'wait' });
		expect(await write(id, 'again', new Date(TUESDAY.getTime() + 3_601_000))).toEqual({ kind: 'written' });
	});

	it('says truly who can read it today: no longer the worker who handed them over, who is not told either', async () => {
		const { id } = await sentBy(db, keyring, me, NOW);
		const [former, next] = [await staffMember(db, ['IRO'], 'Fay Former'), await staffMember(db, ['IRO'], 'Nia Next')];
		const row = { staff_id: former.staffId, young_person_id: me.youngPersonId, role: 'IRO', since: '2027-01-01' };
		await db.insertInto('caseload').values(row).execute();
		await db.updateTable('concern').set({ worker_id: former.staffId }).where('id', '=', id).execute();
		const [lee, fay] = [
			{ firstName: 'Lee', role: 'safeguarding lead' },
			{ firstName: 'Fay', role: 'IRO' }
		];
		const before = await openMine(db, keyring, me, id, MONDAY);
		expect(before).toMatchObject({ readers: [fay, lee], noLonger: null, state: 'unseen', isReadByWorker: false });
		await openConcern(db, keyring, former, id, MONDAY);
		expect(await openMine(db, keyring, me, id, MONDAY)).toMatchObject({
			state: 'worker',
			isReadByWorker: true,
			seen: null
		});
		expect(await myConcerns(db, me)).toMatchObject([{ state: 'worker' }]);
		await db.updateTable('caseload').set({ staff_id: next.staffId }).where('staff_id', '=', former.staffId).execute();
		expect(await openMine(db, keyring, me, id, MONDAY)).toMatchObject({ readers: [lee], noLonger: fay });
		await write(id, 'Fay must not read this.', TUESDAY);
		const told = await db
			.selectFrom('notice')
			.select('recipient_id')
			.where('what', '=', 'concern written to')
			.execute();
		expect(told.map(({ recipient_id }) => recipient_id)).not.toContain(former.staffId);
		expect(told.map(({ recipient_id }) => recipient_id)).not.toContain(next.staffId);
	});

	it('says truly when it was read and the answer is late, counted from what was not answered', async () => {
		const { id } = await sentBy(db, keyring, me, NOW);
		await openConcern(db, keyring, lead, id, MONDAY);
		const due = (now: Date) => openMine(db, keyring, me, id, now);
		// Sent on a Friday: an answer within two working days is by the end of Tuesday.
		expect(await due(TUESDAY)).toMatchObject({ isLate: false, answerWasDue: null });
		const wednesday = new Date(TUESDAY.getTime() + 24 * 3_600_000);
		expect(await due(wednesday)).toMatchObject({ isLate: false, answerWasDue: '2027-03-09' });
		await write(id, 'Are you there?', wednesday);
		expect(await due(wednesday)).toMatchObject({ state: 'unseen', answerWasDue: '2027-03-09' });
	});

	it('waits for an answer no longer once it is answered or closed, and anew when they write again', async () => {
		const open = await answered();
		expect((await row(open)).answer_by).toBeNull();
		const closed = await answered('You moved to another room.');
		expect((await row(closed)).answer_by).toBeNull();
		await write(closed, 'It is not better.', TUESDAY);
		expect((await row(closed)).answer_by).toBe('2027-03-11');
	});
});
