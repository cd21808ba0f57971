import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sentConcern, withoutConcerns, writtenBy, type Sent } from '../../../../tests/data/concerned.ts';
import { NOW, peopled, TODAY, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { answerConcern, assignConcern } from './answers.server.ts';
import { closeConcern, putOnFile, reopenConcern } from './closings.server.ts';
import { openConcern } from './threads.server.ts';

onEveryEngine('a concern, for staff', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		await withoutConcerns(db);
		all = await peopled(db);
	});

	const sent = (changes: Partial<Sent> = {}) =>
		sentConcern(db, all.keyring, { person: all.id('A1'), at: NOW, dueOn: '2018-04-11', ...changes });
	const look = (actor: SignedIn, id: string, now = NOW) => openConcern(db, all.keyring, actor, id, now);
	const seenBy = async (actor: SignedIn, concern: string) => ({
		concern,
		print: (await look(actor, concern))?.print ?? ''
	});
	const notices = () =>
		db.selectFrom('notice').select(['recipient_kind', 'recipient_id', 'what']).orderBy('made_at').execute();

	it('is opened by the lead with name, words and the way that is safe; it is seen from then on, and recorded', async () => {
		const given = { reply: 'ring', address: '07700 900123', safeWhen: 'after school' } as const;
		const id = await sent({ words: 'I am afraid at home.', given, wish: 'IRO', workerId: all.amina.staffId });
		expect(await look(all.lead, id)).toMatchObject({
			who: 'Kofi',
			person: all.id('A1'),
			given: { ...given, name: null },
			messages: [{ fromThem: true, by: null, words: 'I am afraid at home.', readAt: NOW.toISOString() }],
			seen: { at: NOW.toISOString(), by: 'Ruth Lead' },
			standing: 'waiting',
			clock: 'waits for an answer since today'
		});
		expect(await all.lastEvent()).toMatchObject({ what: 'concern opened', subject: id });
		const later = await look(all.amina, id, new Date(NOW.getTime() + 60_000));
		expect(later?.seen).toEqual({ at: NOW.toISOString(), by: 'Ruth Lead' });
		const events = await db.selectFrom('audit_event').selectAll().where('subject_id', '=', id).execute();
		expect(events.map(({ actor_name, about_person }) => [actor_name, about_person])).toEqual([
			['Ruth Lead', all.id('A1')],
			['Amina Bello', all.id('A1')]
		]);
	});

	it('is read and answered by the worker it was sent to as well, and its clock runs until a lead has seen it', async () => {
		const id = await sent({ wish: 'IRO', workerId: all.amina.staffId });
		expect(await look(all.amina, id)).toMatchObject({ seen: null, standing: 'unseen' });
		const shown = await seenBy(all.amina, id);
		expect(await answerConcern(db, all.keyring, all.amina, { ...shown, words: 'I am here.' }, NOW)).toEqual({
			kind: 'answered'
		});
		const closing = { ...(await seenBy(all.amina, id)), forThem: 'We talked.', forRecord: '' };
		expect(await closeConcern(db, all.keyring, all.amina, closing, NOW)).toEqual({ kind: 'not read yet' });
		const late = new Date('2018-04-12T09:00:00Z');
		expect(await look(all.amina, id, late)).toMatchObject({ seen: null, standing: 'overdue' });
		expect(await look(all.lead, id, late)).toMatchObject({ seen: { by: 'Ruth Lead' }, standing: 'answered' });
	});

	it('is answered once beneath what was read, with one notice, and never over what they wrote meanwhile', async () => {
		const id = await sent();
		const shown = await seenBy(all.lead, id);
		expect(await answerConcern(db, all.keyring, all.lead, { ...shown, words: ' \r\n ' }, NOW)).toEqual({
			kind: 'no words'
		});
		const long = { ...shown, words: 'a'.repeat(4001) };
		expect(await answerConcern(db, all.keyring, all.lead, long, NOW)).toEqual({ kind: 'too long', letters: 4001 });
		const answer = { ...shown, words: 'I come to you\r\non Monday.' };
		expect(await answerConcern(db, all.keyring, all.lead, answer, NOW)).toEqual({ kind: 'answered' });
		expect(await answerConcern(db, all.keyring, all.lead, answer, NOW)).toEqual({ kind: 'changed in between' });
		expect(await all.lastEvent()).toMatchObject({ what: 'concern answered', subject: id });
		expect(await notices()).toEqual([
			{ recipient_kind: 'young person', recipient_id: all.id('A1'), what: 'new message' }
		]);
		const now = await look(all.lead, id);
		expect(now).toMatchObject({ standing: 'answered' });
		expect(now?.messages[1]).toMatchObject({ by: 'Ruth Lead', words: 'I come to you\non Monday.', readAt: null });

		const before = await seenBy(all.lead, id);
		const again = { concern: id, person: all.id('A1'), words: 'Please hurry.', at: NOW, place: 3 };
		await writtenBy(db, all.keyring, { ...again, dueOn: '2018-04-11' });
		expect(await answerConcern(db, all.keyring, all.lead, { ...before, words: 'Bye' }, NOW)).toEqual({
			kind: 'changed in between'
		});
		expect(await look(all.lead, id)).toMatchObject({ standing: 'waiting' });
	});

	it('sends no notice to who has no account, and calls them as they gave it', async () => {
		const id = await sent({ person: null, given: { name: 'Jay' } });
		const shown = await seenBy(all.lead, id);
		expect(await answerConcern(db, all.keyring, all.lead, { ...shown, words: 'Hello Jay' }, NOW)).toEqual({
			kind: 'answered'
		});
		expect(await notices()).toEqual([]);
		expect(await look(all.lead, id)).toMatchObject({ who: 'Jay, without an account', person: null, mayFile: false });
	});

	it('is given only to a colleague who may see it, who is told; oneself is not', async () => {
		const id = await sent({ wish: 'IRO', workerId: all.amina.staffId });
		const shown = await seenBy(all.lead, id);
		const give = async (to: string, print = shown.print) =>
			assignConcern(db, all.lead, { concern: id, print, to }, NOW);
		for (const stranger of [all.banks, all.sunil, all.administrator])
			expect(await give(stranger.staffId)).toEqual({ kind: 'nobody can' });
		expect(await give(all.amina.staffId)).toMatchObject({ kind: 'assigned', to: { name: 'Amina Bello' } });
		expect(await notices()).toEqual([
			{ recipient_kind: 'staff', recipient_id: all.amina.staffId, what: 'concern waiting' }
		]);
		expect(await give(all.lead.staffId)).toEqual({ kind: 'changed in between' });
		expect(await give(all.lead.staffId, (await seenBy(all.lead, id)).print)).toMatchObject({ kind: 'assigned' });
		expect(await notices()).toHaveLength(1);
	});

	it('is closed with what was done, once it was read; opened again; and closed again without losing the first', async () => {
		const id = await sent();
		const close = async (changes: object = {}, actor = all.lead) => {
			const shown = await seenBy(actor, id);
			const words = { forThem: 'We spoke with your teacher.', forRecord: 'Strategy talk held.' };
			return closeConcern(db, all.keyring, actor, { ...shown, ...words, ...changes }, NOW);
		};
		expect(await close({ forThem: ' ' })).toEqual({
			kind: 'wrong',
			faults: { forThem: 'Write what was done, for them to read.' }
		});
		const stale = await seenBy(all.lead, id);
		expect(await close()).toEqual({ kind: 'closed' });
		expect(await reopenConcern(db, all.lead, stale, NOW)).toEqual({ kind: 'changed in between' });
		expect(await close()).toEqual({ kind: 'closed already' });
		const answer = { ...(await seenBy(all.lead, id)), words: 'One more thing' };
		expect(await answerConcern(db, all.keyring, all.lead, answer, NOW)).toEqual({ kind: 'closed' });
		expect(await reopenConcern(db, all.lead, await seenBy(all.lead, id), NOW)).toEqual({ kind: 'open again' });
		expect(await all.lastEvent()).toMatchObject({ what: 'concern opened again' });
		// They wrote last, so an answer is due: two working days from 10 April 2018.
		expect(await look(all.lead, id)).toMatchObject({ standing: 'waiting' });
		const again = await db.selectFrom('concern').select('answer_by').where('id', '=', id).executeTakeFirst();
		expect(again?.answer_by).toBe('2018-04-12');
		expect(await close({ forThem: 'And with your carer.', forRecord: '' })).toEqual({ kind: 'closed' });
		expect((await look(all.lead, id))?.closings).toMatchObject([
			{ forThem: 'We spoke with your teacher.', forRecord: 'Strategy talk held.', by: 'Ruth Lead' },
			{ forThem: 'And with your carer.', forRecord: null, by: 'Ruth Lead' }
		]);
		const row = await db.selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
		expect(row.closing_sealed).not.toContain('teacher');
	});

	it('is not closed over a message that nobody read', async () => {
		const id = await sent();
		const shown = await seenBy(all.lead, id);
		await db.updateTable('concern_message').set({ read_at: null }).where('concern_id', '=', id).execute();
		const words = { forThem: 'Done.', forRecord: '' };
		expect(await closeConcern(db, all.keyring, all.lead, { ...shown, ...words }, NOW)).toEqual({
			kind: 'not read yet'
		});
	});

	it('goes on the child’s record by a lead’s decision only, with why, and off again', async () => {
		const id = await sent({ wish: 'IRO', workerId: all.amina.staffId });
		const file = async (actor: SignedIn, on: boolean, why = 'A disclosure of harm.') =>
			putOnFile(db, all.keyring, actor, { ...(await seenBy(actor, id)), on, why }, NOW);
		expect(await file(all.amina, true)).toEqual({ kind: 'not theirs' });
		expect(await file(all.lead, true, 'short')).toMatchObject({ kind: 'wrong' });
		expect(await file(all.lead, true)).toEqual({ kind: 'filed', on: true });
		expect(await all.lastEvent()).toMatchObject({ what: 'concern put on file', detail: { on: true } });
		expect(await file(all.lead, false, 'It was put there by mistake.')).toEqual({ kind: 'filed', on: false });
		expect(await look(all.lead, id)).toMatchObject({
			onFile: false,
			onFileHistory: [
				{ on: true, why: 'A disclosure of harm.' },
				{ on: false, why: 'It was put there by mistake.' }
			]
		});
		const nobodys = await sent({ person: null });
		const shown = await seenBy(all.lead, nobodys);
		const why = 'A disclosure of harm.';
		expect(await putOnFile(db, all.keyring, all.lead, { ...shown, on: true, why }, NOW)).toEqual({
			kind: 'nobody’s record'
		});
	});

	it('is not there for anybody else, whatever they send', async () => {
		const id = await sent();
		const shown = await seenBy(all.lead, id);
		for (const stranger of [all.administrator, all.officer, all.amina, all.banks, all.sunil]) {
			expect(await look(stranger, id)).toBeNull();
			const words = { words: 'Hello', forThem: 'Hello', forRecord: '', to: stranger.staffId };
			const given = { ...shown, ...words, on: true, why: 'A long enough reason.' };
			expect(await answerConcern(db, all.keyring, stranger, given, NOW)).toEqual({ kind: 'not theirs' });
			expect(await assignConcern(db, stranger, given, NOW)).toEqual({ kind: 'not theirs' });
			expect(await closeConcern(db, all.keyring, stranger, given, NOW)).toEqual({ kind: 'not theirs' });
			expect(await reopenConcern(db, stranger, given, NOW)).toEqual({ kind: 'not theirs' });
			expect(await putOnFile(db, all.keyring, stranger, given, NOW)).toEqual({ kind: 'not theirs' });
		}
		expect(await look(all.lead, 'none')).toBeNull();
		expect(TODAY).toBe('2018-04-10');
	});
});
