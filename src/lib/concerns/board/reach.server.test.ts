import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { staffMember } from '../../../../tests/accounts.ts';
import { sentConcern, withoutConcerns, type Sent } from '../../../../tests/data/concerned.ts';
import { NOW, peopled, TODAY, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR } from '../../../../tests/open-wave.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { endCover, setCover } from '#lib/people/workers/covers.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { boardOf, concernsOf, waitingFor } from './board.server.ts';
import { findConcern, whoMaySee } from './reach.server.ts';
import { openConcern } from './threads.server.ts';

onEveryEngine('who may see a concern', (open) => {
	let db: Database;
	let all: Peopled;
	let colleagues: SignedIn[];
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		await withoutConcerns(db);
		all = await peopled(db);
		colleagues = [all.officer, all.lead, all.administrator, all.amina, all.sunil, all.banks];
	});

	const sent = (changes: Partial<Sent> = {}) =>
		sentConcern(db, all.keyring, { person: all.id('A1'), at: NOW, dueOn: '2018-04-11', ...changes });
	const seers = async (id: string, now = NOW) => {
		const names: string[] = [];
		for (const actor of colleagues) if (await openConcern(db, all.keyring, actor, id, now)) names.push(actor.name);
		return names;
	};
	const handedOver = (to: string, from = all.amina.staffId) =>
		db.updateTable('caseload').set({ staff_id: to }).where('staff_id', '=', from).execute();

	it('still shows the board when the key of one is lost, and a name without an account that is damaged', async () => {
		const ids = [await sent(), await sent({ person: all.id('B2') }), await sent({ person: null })];
		all.keyring.destroy(ownersKey(all.id('B2')));
		await db
			.updateTable('concern')
			.set({ given_sealed: '2.1.AAAA.AAAA' })
			.where('id', '=', ids[2] ?? '')
			.execute();
		const board = await boardOf(db, all.keyring, all.lead, NOW);
		const whoOf = (id: string | undefined) => board?.lines.find((line) => line.id === id)?.who;
		expect(board?.lines).toHaveLength(3);
		expect(whoOf(ids[0])).not.toContain('cannot');
		expect(whoOf(ids[1])).toBe('B2 (name cannot be read)');
		expect(whoOf(ids[2])).toBe('A name that cannot be read, without an account');
	});

	it('is the lead, and the worker it was also sent to; not the other workers, nor any administrator', async () => {
		expect(await seers(await sent())).toEqual(['Ruth Lead']);
		expect(await seers(await sent({ wish: 'IRO', workerId: all.amina.staffId }))).toEqual(['Ruth Lead', 'Amina Bello']);
		expect(await findConcern(db, OPERATOR, await sent(), TODAY)).toBeNull();
		const voice = await staffMember(db, ['advocacy worker']);
		expect(await findConcern(db, voice, await sent(), TODAY)).toBeNull();
	});

	it('is who covers for the lead, from midnight to midnight in London and no longer', async () => {
		const id = await sent();
		const days = { starts: '2018-04-11', ends: '2018-04-12' };
		await setCover(db, all.lead, { staffId: all.lead.staffId, coveredBy: all.officer.staffId, ...days }, NOW);
		const seesAt = async (instant: string) =>
			(await openConcern(db, all.keyring, all.officer, id, new Date(instant))) !== null;
		// British Summer Time: midnight in London is 23:00 in UTC.
		expect(await seesAt('2018-04-10T22:59:59Z')).toBe(false);
		expect(await seesAt('2018-04-10T23:00:00Z')).toBe(true);
		expect(await seesAt('2018-04-12T22:59:59Z')).toBe(true);
		expect(await seesAt('2018-04-12T23:00:00Z')).toBe(false);
		expect(await boardOf(db, all.keyring, all.officer, NOW)).toBeNull();
		expect(await boardOf(db, all.keyring, all.officer, new Date('2018-04-11T12:00:00Z'))).toMatchObject({
			seesAll: true
		});
	});

	it('is who covers for the worker; and ends with the cover, and with the role of the lead', async () => {
		const id = await sent({ wish: 'IRO', workerId: all.amina.staffId });
		const days = { starts: TODAY, ends: TODAY };
		await setCover(db, all.amina, { staffId: all.amina.staffId, coveredBy: all.sunil.staffId, ...days }, NOW);
		expect(await seers(id)).toEqual(['Ruth Lead', 'Amina Bello', 'Sunil Rao']);
		const [cover] = await db.selectFrom('cover').select('id').execute();
		await endCover(db, all.amina, cover?.id ?? '', NOW);
		expect(await seers(id)).toEqual(['Ruth Lead', 'Amina Bello']);
		await setCover(db, all.lead, { staffId: all.lead.staffId, coveredBy: all.banks.staffId, ...days }, NOW);
		expect(await seers(id)).toEqual(['Ruth Lead', 'Amina Bello', 'B. Banks']);
		await db.deleteFrom('staff_role').where('staff_id', '=', all.lead.staffId).execute();
		expect(await findConcern(db, all.banks, id, TODAY)).toBeNull();
	});

	it('is no worker of theirs when it is about one, though they cover for the lead or are lead themselves', async () => {
		const about = await sent({ aboutWorker: true, topic: 'someone who works with me' });
		const days = { starts: TODAY, ends: TODAY };
		await setCover(db, all.lead, { staffId: all.lead.staffId, coveredBy: all.banks.staffId, ...days }, NOW);
		await setCover(db, all.lead, { staffId: all.lead.staffId, coveredBy: all.sunil.staffId, ...days }, NOW);
		expect(await seers(about)).toEqual(['Ruth Lead', 'Sunil Rao']);
		await db.insertInto('staff_role').values({ staff_id: all.amina.staffId, role: 'safeguarding lead' }).execute();
		const both: SignedIn = { ...all.amina, roles: ['IRO', 'safeguarding lead'] };
		expect(await findConcern(db, both, about, TODAY)).toBeNull();
		expect(await findConcern(db, both, await sent(), TODAY)).not.toBeNull();
		const nobodys = await sent({ person: null, aboutWorker: true });
		expect(await findConcern(db, both, nobodys, TODAY)).not.toBeNull();
	});

	it('is a worker only while they work with that young person: not the former one, their cover, nor the next', async () => {
		const id = await sent({ wish: 'IRO', workerId: all.amina.staffId });
		const cover = { staff_id: all.amina.staffId, covered_by: all.officer.staffId, starts: TODAY, ends: TODAY };
		await db
			.insertInto('cover')
			.values({ id: randomId(), ...cover })
			.execute();
		expect(await seers(id)).toEqual(['Priya Nair', 'Ruth Lead', 'Amina Bello']);
		await handedOver(all.sunil.staffId);
		expect(await seers(id)).toEqual(['Ruth Lead']);
		expect(await boardOf(db, all.keyring, all.amina, NOW)).toMatchObject({ lines: [], counts: { unseen: 0 } });
		expect(await concernsOf(db, all.amina, all.id('A1'), NOW)).toEqual([]);
		await handedOver(all.amina.staffId, all.sunil.staffId);
		expect(await seers(id)).toEqual(['Priya Nair', 'Ruth Lead', 'Amina Bello']);
		await db.deleteFrom('staff_role').where('staff_id', '=', all.amina.staffId).execute();
		await db.insertInto('staff_role').values({ staff_id: all.amina.staffId, role: 'social worker' }).execute();
		expect(await findConcern(db, { ...all.amina, roles: ['social worker'] }, id, TODAY)).toBeNull();
	});

	it('is whom it went up to only while it is open and they could be named still', async () => {
		const id = await sent();
		const to_staff_id = all.officer.staffId;
		const step = { concern_id: id, due_on: TODAY, level: 1, at: NOW.toISOString(), to_staff_id, waits_for: 'reading' };
		await db.insertInto('concern_escalation').values(step).execute();
		expect(await findConcern(db, all.officer, id, TODAY)).not.toBeNull();
		await db.updateTable('concern').set({ closed_at: NOW.toISOString() }).where('id', '=', id).execute();
		expect(await findConcern(db, all.officer, id, TODAY)).toBeNull();
		await db.updateTable('concern').set({ closed_at: null }).where('id', '=', id).execute();
		expect(await findConcern(db, all.officer, id, TODAY)).not.toBeNull();
		const elected: SignedIn = { ...all.officer, roles: ['committee member'] };
		await db.updateTable('staff_role').set({ role: 'committee member' }).where('staff_id', '=', to_staff_id).execute();
		expect(await findConcern(db, elected, id, TODAY)).toBeNull();
		await db.updateTable('staff_role').set({ role: 'IRO' }).where('staff_id', '=', to_staff_id).execute();
		await db.insertInto('staff_role').values({ staff_id: to_staff_id, role: 'administrator' }).execute();
		expect(await findConcern(db, { ...all.officer, roles: ['IRO', 'administrator'] }, id, TODAY)).toBeNull();
	});

	it('says the same of one concern as each of them finds', async () => {
		const role = fc.constantFrom('none', 'worker', 'former worker', 'gone up to', 'gone up to and closed');
		const covers = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(role, fc.nat(5), fc.boolean(), covers, async (tie, whose, aboutWorker, covering) => {
				await withoutConcerns(db);
				await db.deleteFrom('cover').execute();
				const [before, after] = [all.sunil.staffId, all.amina.staffId];
				await (tie === 'former worker' ? handedOver(before, after) : handedOver(after, before));
				const staffId = colleagues[whose]?.staffId ?? '';
				const workerId = tie.endsWith('worker') && !aboutWorker ? all.amina.staffId : null;
				const id = await sent({ aboutWorker, workerId });
				if (tie.startsWith('gone up to')) {
					const step = {
						concern_id: id,
						due_on: TODAY,
						level: 1,
						at: NOW.toISOString(),
						to_staff_id: staffId,
						waits_for: 'reading'
					};
					await db.insertInto('concern_escalation').values(step).execute();
				}
				if (tie.endsWith('closed')) await db.updateTable('concern').set({ closed_at: NOW.toISOString() }).execute();
				for (const [away, by] of covering) {
					const [absent, present] = [colleagues[away]?.staffId ?? '', colleagues[by]?.staffId ?? ''];
					const days = { starts: TODAY, ends: TODAY };
					await db
						.insertInto('cover')
						.values({ id: randomId(), staff_id: absent, covered_by: present, ...days })
						.execute();
				}
				const concern = await db.selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
				const told = (await whoMaySee(db, concern, TODAY)).map(({ name }) => name).sort();
				const found: string[] = [];
				for (const actor of colleagues) if (await findConcern(db, actor, id, TODAY)) found.push(actor.name);
				expect(told).toEqual(found.sort());
				expect(found).not.toContain('Sam Okoro');
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	it('has a board in the right order, with counts, mine and what is closed apart, and no word of anybody', async () => {
		const at = (day: string) => new Date(`2018-04-${day}T09:00:00Z`);
		const late = await sent({ at: at('04'), dueOn: '2018-04-05', topic: 'family' });
		const earlier = await sent({ at: at('03'), dueOn: '2018-04-04', person: null, given: { name: 'Jay' } });
		const fresh = await sent({ at: at('10'), dueOn: '2018-04-11', person: all.id('B2') });
		const read = await sent({ at: at('09'), dueOn: '2018-04-10' });
		await openConcern(db, all.keyring, all.lead, read, NOW);
		await db.updateTable('concern').set({ assigned_to: all.lead.staffId }).where('id', '=', read).execute();
		const done = await sent({ at: at('02'), dueOn: '2018-04-03' });
		const closed = { closed_at: NOW.toISOString(), closed_by: all.lead.staffId, seen_at: NOW.toISOString() };
		await db.updateTable('concern').set(closed).where('id', '=', done).execute();
		const board = await boardOf(db, all.keyring, all.lead, NOW);
		expect(board?.lines.map(({ id }) => id)).toEqual([earlier, late, fresh, read]);
		expect(board?.lines.map(({ who, clock }) => `${who}: ${clock}`)).toEqual([
			'Jay, without an account: 4 working days late',
			'Kofi: 3 working days late',
			'Mia: to be read tomorrow',
			'Kofi: waits for an answer since yesterday'
		]);
		expect(board?.counts).toMatchObject({ overdue: 2, unseen: 1, waiting: 1, answered: 0, mine: 1, closed: 1 });
		expect(JSON.stringify(board)).not.toContain('I want to talk');
		const shown = async (what: 'mine' | 'closed') =>
			(await boardOf(db, all.keyring, all.lead, NOW, { shown: what, page: 9 }))?.lines.map(({ id }) => id);
		expect(await shown('mine')).toEqual([read]);
		expect(await shown('closed')).toEqual([done]);
		expect(await waitingFor(db, all.lead, NOW)).toEqual({ waiting: 4, late: 2 });
		expect(await waitingFor(db, all.officer, NOW)).toBeNull();
		expect(await boardOf(db, all.keyring, all.administrator, NOW)).toBeNull();
		expect(await boardOf(db, all.keyring, all.amina, NOW)).toMatchObject({ lines: [], seesAll: false });
		expect((await concernsOf(db, all.lead, all.id('A1'), NOW)).map(({ id }) => id)).toEqual([read, late, done]);
		expect(await concernsOf(db, all.officer, all.id('A1'), NOW)).toEqual([]);
	});

	it('turns over what is closed by the page', async () => {
		for (let one = 0; one < 27; one += 1) {
			const id = await sent();
			const closed_at = new Date(NOW.getTime() + one * 60_000).toISOString();
			await db.updateTable('concern').set({ closed_at, seen_at: closed_at }).where('id', '=', id).execute();
		}
		const first = await boardOf(db, all.keyring, all.lead, NOW, { shown: 'closed', page: 1 });
		expect([first?.lines.length, first?.page, first?.pages]).toEqual([25, 1, 2]);
		const last = await boardOf(db, all.keyring, all.lead, NOW, { shown: 'closed', page: 2 });
		expect(last?.lines).toHaveLength(2);
	});
});
