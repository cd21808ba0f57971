import { beforeAll, beforeEach, expect, it } from 'vitest';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { holdingsOf } from '../caseloads.server.ts';
import { checkHandover, handableBy, handoverChoices, handOverCaseload } from './handovers.server.ts';
import { takeableBackBy, takeBack } from './takings-back.server.ts';

onEveryEngine('handing a caseload over', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});

	const given = (chosen: string[] | null = null) => ({
		from: all.amina.staffId,
		role: 'IRO',
		to: all.sunil.staffId,
		chosen
	});
	const hand = (actor: SignedIn, what = given()) => handOverCaseload(db, all.keyring, actor, what, NOW);

	it('is offered to the officer and the administrator for everybody, to an IRO for themself, to nobody else', async () => {
		const whose = async (actor: SignedIn) =>
			(await handableBy(db, actor)).map(({ from, role, count }) => `${from.name} ${role} ${count}`);
		const everybody = ['Amina Bello IRO 2', 'B. Banks social worker 1'];
		expect(await whose(all.officer)).toEqual(everybody);
		expect(await whose(all.administrator)).toEqual(everybody);
		expect(await whose(all.amina)).toEqual(['Amina Bello IRO 2']);
		for (const actor of [all.sunil, all.banks, all.lead]) expect(await whose(actor)).toEqual([]);
	});

	it('shows an administrator how many and never who', async () => {
		const choices = (actor: SignedIn) => handoverChoices(db, all.keyring, actor, given(), NOW);
		expect(await choices(all.administrator)).toMatchObject({ count: 2, people: null, to: [{ name: 'Sunil Rao' }] });
		expect((await choices(all.officer))?.people?.map(({ preferredName }) => preferredName)).toEqual(['Kofi', 'Mia']);
		expect((await choices(all.amina))?.people).toHaveLength(2);
		expect(await choices(all.banks)).toBeNull();
	});

	it('opens the names of one caseload, for who may hand it over and nobody else', async () => {
		await db.updateTable('young_person').set({ details_sealed: 'damaged' }).where('child', '=', 'B2').execute();
		const banks = { from: all.banks.staffId, role: 'social worker' };
		for (const actor of [all.officer, all.lead, all.banks]) {
			const choices = await handoverChoices(db, all.keyring, actor, banks, NOW);
			expect(choices?.people ?? null).toEqual(
				actor === all.officer ? [expect.objectContaining({ child: 'A1' })] : null
			);
		}
		const aminas = await handoverChoices(db, all.keyring, all.officer, given(), NOW);
		// One record that does not open hides nobody: it stands there by its number.
		expect(aminas?.people?.map(({ child, preferredName }) => [child, preferredName]).sort()).toEqual([
			['A1', 'Kofi'],
			['B2', null]
		]);
	});

	it('says both names and how many before anything changes', async () => {
		expect(await checkHandover(db, all.keyring, all.officer, given(), NOW)).toMatchObject({
			kind: 'ready',
			from: { name: 'Amina Bello' },
			to: { name: 'Sunil Rao' },
			count: 2
		});
		expect(await holdingsOf(db, all.sunil.staffId)).toEqual([]);
	});

	it('hands all over, or those chosen, and back again', async () => {
		expect(await hand(all.amina, given([all.id('A1')]))).toMatchObject({ kind: 'handed over', count: 1 });
		expect(await hand(all.officer)).toMatchObject({ kind: 'handed over', count: 1 });
		expect(await holdingsOf(db, all.sunil.staffId)).toEqual([{ role: 'IRO', count: 2 }]);
		expect(await hand(all.sunil, { ...given(), from: all.sunil.staffId, to: all.amina.staffId })).toMatchObject({
			count: 2
		});
	});

	it('is refused to somebody without the role or with a closed account, and with nobody chosen', async () => {
		expect(await hand(all.officer, { ...given(), to: all.banks.staffId })).toMatchObject({ kind: 'wrong' });
		expect(await hand(all.officer, { ...given(), to: all.amina.staffId })).toMatchObject({ kind: 'wrong' });
		expect(await hand(all.officer, given([]))).toMatchObject({ kind: 'wrong' });
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', all.sunil.staffId).execute();
		expect(await hand(all.officer)).toMatchObject({ kind: 'wrong' });
	});

	it('cannot be chosen by an administrator child by child, nor by who may not', async () => {
		expect(await hand(all.administrator, given([all.id('A1')]))).toMatchObject({ kind: 'wrong' });
		expect(await hand(all.sunil)).toEqual({ kind: 'not theirs' });
		expect(await hand(all.lead)).toEqual({ kind: 'not theirs' });
		expect(await holdingsOf(db, all.amina.staffId)).toEqual([{ role: 'IRO', count: 2 }]);
	});

	const placeOf = async (actor: SignedIn, now = NOW) => (await takeableBackBy(db, actor, now))[0]?.place ?? -1;
	const undo = async (actor: SignedIn, now = NOW) => takeBack(db, actor, await placeOf(actor, now), now);

	it('can be taken back the same day by whoever did it: those who went, and nobody else', async () => {
		await hand(all.officer, given([all.id('B2')]));
		await hand(all.amina, given([all.id('A1')]));
		expect(await takeableBackBy(db, all.amina, NOW)).toMatchObject([
			{ from: { name: 'Amina Bello' }, to: { name: 'Sunil Rao' }, role: 'IRO', count: 1 }
		]);
		expect(await undo(all.amina)).toMatchObject({ kind: 'taken back', count: 1 });
		expect(await holdingsOf(db, all.amina.staffId)).toEqual([{ role: 'IRO', count: 1 }]);
		expect(await handoverChoices(db, all.keyring, all.amina, given(), NOW)).toMatchObject({
			people: [{ child: 'A1' }]
		});
		expect(await takeableBackBy(db, all.amina, NOW)).toEqual([]);
		expect(await all.lastEvent()).toMatchObject({
			what: 'handed over',
			subject: all.sunil.staffId,
			detail: { to: all.amina.staffId, count: 1, back: true }
		});
	});

	it('cannot be taken back by anybody else, on another day, or twice', async () => {
		await hand(all.amina);
		const place = await placeOf(all.amina);
		for (const actor of [all.officer, all.sunil, all.administrator])
			expect(await takeBack(db, actor, place, NOW)).toEqual({ kind: 'no longer' });
		const tomorrow = new Date('2018-04-11T08:00:00Z');
		expect(await takeableBackBy(db, all.amina, tomorrow)).toEqual([]);
		expect(await takeBack(db, all.amina, place, tomorrow)).toEqual({ kind: 'no longer' });
		expect(await takeBack(db, all.amina, place, NOW)).toMatchObject({ count: 2 });
		expect(await takeBack(db, all.amina, place, NOW)).toEqual({ kind: 'no longer' });
	});

	it('cannot be taken back once somebody else decided anew, or without the role', async () => {
		await hand(all.amina);
		const place = await placeOf(all.amina);
		const back = { ...given(), from: all.sunil.staffId, to: all.amina.staffId };
		await hand(all.officer, back);
		await hand(all.officer);
		expect(await takeBack(db, all.amina, place, NOW)).toEqual({ kind: 'no longer' });
		expect(await undo(all.officer)).toMatchObject({ kind: 'taken back', count: 2 });
		await hand(all.amina);
		expect(await takeableBackBy(db, { ...all.amina, roles: ['social worker'] }, NOW)).toEqual([]);
	});
});
