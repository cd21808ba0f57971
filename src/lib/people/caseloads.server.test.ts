import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffMember } from '../../../tests/accounts.ts';
import { NOW, peopled, TODAY as DAY, type Peopled } from '../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { mayHandOver, mayMakeCard } from './caseload.ts';
import { caseloadOf, findTheirPerson, handOver, holdingsOf } from './caseloads.server.ts';

onEveryEngine('caseloads', (open) => {
	let db: Database;
	let all: Peopled;
	let amina: SignedIn;
	let sunil: SignedIn;
	let worker: SignedIn;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
		({ amina, sunil, banks: worker } = all);
	});

	const find = (actor: SignedIn, child: string, day = DAY) =>
		findTheirPerson(db, all.keyring, actor, all.id(child), day);
	const cover = (away: SignedIn, by: SignedIn, starts: string, ends: string) =>
		db
			.insertInto('cover')
			.values({ id: `${away.name} ${starts}`, staff_id: away.staffId, covered_by: by.staffId, starts, ends })
			.execute();

	it('show an IRO and a social worker whom they work with, and nobody else', async () => {
		expect(await find(amina, 'A1')).toMatchObject({ child: 'A1', ties: [{ role: 'IRO', via: 'own' }] });
		expect(await find(worker, 'A1')).toMatchObject({ ties: [{ role: 'social worker', via: 'own' }] });
		expect(await find(worker, 'B2')).toBeNull();
		expect(await find(sunil, 'A1')).toBeNull();
		expect(await findTheirPerson(db, all.keyring, amina, 'nobody', DAY)).toBeNull();
	});

	it('show everyone to the participation officer and the safeguarding lead, and nobody to the others', async () => {
		const as = (...roles: SignedIn['roles']): SignedIn => ({ ...sunil, roles });
		for (const child of ['A1', 'D4']) {
			expect(await find(as('participation officer'), child)).toMatchObject({ child, ties: [] });
			expect(await find(as('safeguarding lead'), child)).toMatchObject({ child, ties: [] });
			expect(await find(as('administrator'), child)).toBeNull();
			expect(await find(as('committee member'), child)).toBeNull();
			expect(await find({ ...as('advocacy worker'), tenant: 'advocacy' }, child)).toBeNull();
		}
	});

	it('are out of sight once the role was taken away', async () => {
		expect(await find({ ...amina, roles: ['social worker'] }, 'A1')).toBeNull();
		expect(await find({ ...amina, roles: ['administrator'] }, 'A1')).toBeNull();
	});

	it('are open to who covers, on the days of the cover only, both included', async () => {
		await cover(amina, sunil, '2018-04-10', '2018-04-12');
		expect(await find(sunil, 'A1', '2018-04-09')).toBeNull();
		expect(await find(sunil, 'A1', '2018-04-10')).toMatchObject({ ties: [{ role: 'IRO', via: 'cover' }] });
		expect(await find(sunil, 'A1', '2018-04-12')).not.toBeNull();
		expect(await find(sunil, 'A1', '2018-04-13')).toBeNull();
		expect((await caseloadOf(db, sunil, DAY)).map(({ staffId }) => staffId)).toEqual([amina.staffId, amina.staffId]);
	});

	it('are not passed on by a cover of a cover', async () => {
		const third = await staffMember(db, ['IRO'], 'Moira Keane');
		await cover(amina, sunil, DAY, DAY);
		await cover(sunil, third, DAY, DAY);
		expect(await find(third, 'A1')).toBeNull();
	});

	it('are handed over whole, counted and recorded, and handed back', async () => {
		const officer: SignedIn = { ...sunil, roles: ['participation officer'] };
		const hand = (from: SignedIn, to: SignedIn, chosen?: string[]) =>
			inTransaction(db, (writing) =>
				handOver(
					writing,
					officer,
					{ from: from.staffId, to: to.staffId, role: 'IRO', ...(chosen ? { chosen } : {}) },
					NOW
				)
			);
		expect(await holdingsOf(db, amina.staffId)).toEqual([{ role: 'IRO', count: 2 }]);
		expect(await hand(amina, sunil)).toBe(2);
		expect(await holdingsOf(db, amina.staffId)).toEqual([]);
		expect(await find(amina, 'A1')).toBeNull();
		expect(await find(sunil, 'A1')).not.toBeNull();
		expect(await find(worker, 'A1')).not.toBeNull();
		const [event] = await db.selectFrom('audit_event').selectAll().orderBy('place', 'desc').limit(1).execute();
		expect(event).toMatchObject({ what: 'handed over', subject_id: amina.staffId });
		expect(JSON.parse(event?.detail ?? '')).toEqual({
			to: sunil.staffId,
			role: 'IRO',
			count: 2,
			people: expect.stringMatching(/^\S+ \S+$/)
		});
		expect(await hand(sunil, amina, [all.id('A1'), all.id('A1'), 'unknown'])).toBe(1);
		expect(await holdingsOf(db, amina.staffId)).toEqual([{ role: 'IRO', count: 1 }]);
	});

	it('are not handed over by who may not', async () => {
		const hand = (actor: SignedIn) =>
			inTransaction(db, (writing) =>
				handOver(writing, actor, { from: amina.staffId, to: sunil.staffId, role: 'IRO' }, NOW)
			);
		expect(await hand(sunil)).toBe(0);
		expect(await hand(worker)).toBe(0);
		expect(await holdingsOf(db, amina.staffId)).toEqual([{ role: 'IRO', count: 2 }]);
		expect(await hand(amina)).toBe(2);
	});
});

describe('a joining card', () => {
	const actor = (...roles: SignedIn['roles']): SignedIn => ({ staffId: 's', name: 'S', tenant: 'council', roles });
	const child = { born: '2008-05-01', died: false, withAdopters: false };
	const iro = [{ role: 'IRO', via: 'cover' }] as const;
	const social = [{ role: 'social worker', via: 'own' }] as const;
	it('may be made by their IRO, who covers them, or a participation officer, and nobody else', () => {
		expect(mayMakeCard(actor('IRO'), child, iro, DAY)).toBe(true);
		expect(mayMakeCard(actor('participation officer'), child, [], DAY)).toBe(true);
		expect(mayMakeCard(actor('social worker'), child, social, DAY)).toBe(false);
		expect(mayMakeCard(actor('safeguarding lead'), child, [], DAY)).toBe(false);
	});
	it('is their IRO’s decision with adopters, and is never made for a child who died or is under four', () => {
		const withAdopters = { ...child, withAdopters: true };
		expect(mayMakeCard(actor('participation officer'), withAdopters, [], DAY)).toBe(false);
		expect(mayMakeCard(actor('IRO'), withAdopters, iro, DAY)).toBe(true);
		expect(mayMakeCard(actor('IRO'), { ...child, died: true }, iro, DAY)).toBe(false);
		expect(mayMakeCard(actor('IRO'), { ...child, born: '2014-04-11' }, iro, DAY)).toBe(false);
		expect(mayMakeCard(actor('IRO'), { ...child, born: '2014-04-10' }, iro, DAY)).toBe(true);
	});
	it('has nothing to do with handing over, which an IRO may do for themself', () => {
		expect(mayHandOver(actor('IRO'), 's')).toBe(true);
		expect(mayHandOver(actor('IRO'), 'other')).toBe(false);
		expect(mayHandOver(actor('social worker'), 's')).toBe(false);
		expect(mayHandOver(actor('administrator'), 'other')).toBe(true);
	});
});
