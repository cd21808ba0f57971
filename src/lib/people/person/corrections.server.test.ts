import { beforeAll, beforeEach, expect, it } from 'vitest';
import { AS_OF, NOW, peopled, TODAY, type Peopled } from '../../../../tests/data/peopled.ts';
import { smallReturn } from '../../../../tests/data/small-return.ts';
import { saidWhy } from '../../../../tests/accounts.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { findTheirPerson } from '../caseloads.server.ts';
import { importReturn } from '../import.server.ts';
import { addYoungPerson } from './additions.server.ts';
import { asForm } from './correction.ts';
import { correct, correctionOf } from './corrections.server.ts';
import { openYoungPerson } from './persons.server.ts';

onEveryEngine('correcting by hand', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
		for (const child of ['A1', 'B2']) await saidWhy(db, all.keyring, all.officer.staffId, all.id(child), NOW);
	});

	const formOf = async (actor: SignedIn, child = 'A1') => {
		const found = await correctionOf(db, all.keyring, actor, all.id(child), NOW);
		if (found.kind !== 'found') throw new Error(found.kind);
		return { values: asForm(found.stored), seen: found.seen, may: found.may };
	};
	const save = (actor: SignedIn, values: Record<string, string>, seen: string, child = 'A1') =>
		correct(db, all.keyring, actor, all.id(child), values, seen, NOW);
	const change = async (actor: SignedIn, changes: Record<string, string>, child = 'A1') => {
		const { values, seen } = await formOf(actor, child);
		return save(actor, { ...values, ...changes }, seen, child);
	};
	const pageOfId = async (id: string) => {
		const opened = await openYoungPerson(db, all.keyring, all.officer, id, NOW);
		return opened.kind === 'opened' ? opened.page : opened;
	};
	const pageOf = (child: string) => pageOfId(all.id(child));

	it('writes what differs, blank for what was emptied, and records the names of the fields alone', async () => {
		expect(await change(all.officer, { language: '', team: 'West', preferredName: 'Kwame' })).toEqual({
			kind: 'corrected',
			fields: ['preferredName', 'language', 'team']
		});
		expect(await all.lastEvent()).toEqual({
			what: 'young person corrected',
			subject: all.id('A1'),
			detail: { fields: 'preferred name, language, team' }
		});
		expect(await pageOf('A1')).toMatchObject({ preferredName: 'Kwame', language: null, team: 'West' });
		const row = await db.selectFrom('young_person').selectAll().where('child', '=', 'A1').executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toContain('Kwame');
		expect(row).toMatchObject({ added_on: null, imported_as_of: AS_OF });
	});

	it('records nothing when nothing differs', async () => {
		const before = await all.lastEvent();
		expect(await change(all.officer, {})).toEqual({ kind: 'corrected', fields: [] });
		expect(await all.lastEvent()).toEqual(before);
	});

	it('lets their workers correct what they hear first, and nothing else', async () => {
		const given = { preferredName: 'Kwame', optedOut: 'yes', standing: 'left', iro: '', team: 'West' };
		expect(await change(all.amina, given)).toEqual({ kind: 'corrected', fields: ['preferredName', 'optedOut'] });
		expect((await formOf(all.banks)).may).toEqual((await formOf(all.amina)).may);
		expect(await pageOf('A1')).toMatchObject({ standing: 'in care', team: null, optedOut: true });
	});

	it('is closed to everybody else', async () => {
		for (const actor of [all.sunil, all.administrator, all.lead]) {
			expect(await correctionOf(db, all.keyring, actor, all.id('A1'), NOW)).toEqual({ kind: 'not theirs' });
			expect(await save(actor, {}, '')).toEqual({ kind: 'not theirs' });
		}
		expect(await correctionOf(db, all.keyring, all.banks, all.id('B2'), NOW)).toEqual({ kind: 'not theirs' });
	});

	it('asks the officer why first, and saves nothing once the hour is over', async () => {
		const later = new Date(NOW.getTime() + 61 * 60_000);
		const { values, seen } = await formOf(all.officer);
		const given = { ...values, team: 'West' };
		const late = await correct(db, all.keyring, all.officer, all.id('A1'), given, seen, later);
		expect(late).toEqual({ kind: 'needs reason' });
		expect(await correctionOf(db, all.keyring, all.officer, all.id('C3'), NOW)).toEqual({ kind: 'needs reason' });
		expect(await pageOf('A1')).toMatchObject({ team: null });
	});

	it('overwrites nothing that somebody else saved in the meantime', async () => {
		const first = await formOf(all.amina);
		await change(all.officer, { language: 'Fante' });
		const late = await save(all.amina, { ...first.values, preferredName: 'Kwame' }, first.seen);
		expect(late).toEqual({ kind: 'changed meanwhile', fields: ['preferredName', 'language'] });
		expect(await pageOf('A1')).toMatchObject({ preferredName: 'Kofi', language: 'Fante' });
	});

	it('puts young people into caseloads, of colleagues with the role and an open account only', async () => {
		expect(await change(all.officer, { iro: all.banks.staffId })).toMatchObject({ kind: 'wrong' });
		expect(await change(all.officer, { iro: all.sunil.staffId, socialWorker: '' })).toMatchObject({
			fields: ['iro', 'socialWorker']
		});
		expect(await findTheirPerson(db, all.keyring, all.sunil, all.id('A1'), TODAY)).not.toBeNull();
		expect(await findTheirPerson(db, all.keyring, all.amina, all.id('A1'), TODAY)).toBeNull();
		expect(await findTheirPerson(db, all.keyring, all.banks, all.id('A1'), TODAY)).toBeNull();
	});

	it('says what is wrong with a form, and changes nothing', async () => {
		const wrong = await change(all.officer, { born: 'yesterday', language: 'x'.repeat(501) });
		expect(wrong.kind === 'wrong' && wrong.reasons.join(' ')).toMatch(/500 characters.*date of birth/);
		expect(await change(all.officer, { born: '2018-04-11' })).toMatchObject({ kind: 'wrong' });
		expect((await save(all.officer, {}, '')).kind).toBe('wrong');
	});

	it('keeps it that a child has died: a return of an earlier day does not overrule it, a later one does', async () => {
		await change(all.officer, { died: 'yes' });
		expect(await pageOf('A1')).toMatchObject({ died: true, standing: 'left', mayMakeCard: false });
		const again = (asOf: string) => importReturn(db, all.officer, smallReturn(), { asOf, strict: true }, NOW);
		await again('2018-04-09');
		expect(await pageOf('A1')).toMatchObject({ died: true, standing: 'left' });
		await again('2018-04-10');
		expect(await pageOf('A1')).toMatchObject({ died: false, standing: 'in care' });
	});

	const NEW = { ...Object.fromEntries(Object.entries(blank())), born: '2012-02-03', standing: 'in care' };
	function blank(): Record<string, string> {
		const texts = ['preferredName', 'language', 'communicationNeeds', 'mayBeTold', 'school', 'disability'];
		return Object.fromEntries([...texts, 'team', 'district', 'sex', 'iro', 'socialWorker'].map((name) => [name, '']));
	}
	const add = (actor: SignedIn, child: string, given: Record<string, string> = NEW) =>
		addYoungPerson(db, all.keyring, actor, child, given, NOW);

	it('adds somebody whom no earlier return marks as left, and goes on when a later one names them', async () => {
		const added = await add(all.officer, ' E5 ', { ...NEW, preferredName: 'Ada', iro: all.amina.staffId });
		if (added.kind !== 'added') throw new Error(added.kind);
		expect(await all.lastEvent()).toEqual({ what: 'young person added', subject: added.id, detail: {} });
		const openings = await db
			.selectFrom('opening')
			.select('staff_id')
			.where('young_person_id', '=', added.id)
			.execute();
		expect(openings).toEqual([{ staff_id: all.officer.staffId }]);
		const page = () => pageOfId(added.id);
		expect(await page()).toMatchObject({ child: 'E5', preferredName: 'Ada', importedAsOf: '', standing: 'in care' });
		await importReturn(db, all.officer, smallReturn(), { asOf: '2018-04-09', strict: true }, NOW);
		expect(await page()).toMatchObject({ standing: 'in care' });
		const headers = ['E5,2,03/02/2012,WBRI'];
		const stays = ['E5,05/04/2018,S,C2,N1,U4,,'];
		await importReturn(db, all.officer, smallReturn({ headers, stays }), { asOf: '2018-05-31', strict: false }, NOW);
		expect(await page()).toMatchObject({ standing: 'in care', preferredName: 'Ada', importedAsOf: '2018-05-31' });
		await importReturn(db, all.officer, smallReturn(), { asOf: '2018-06-30', strict: true }, NOW);
		expect(await page()).toMatchObject({ standing: 'left' });
	});

	it('adds nobody twice, and only for the participation officer', async () => {
		expect(await add(all.officer, 'A1')).toEqual({ kind: 'there already', id: all.id('A1') });
		expect(await add(all.amina, 'E5')).toEqual({ kind: 'not allowed' });
		expect(await add(all.officer, '')).toMatchObject({ kind: 'wrong' });
		expect(await add(all.officer, 'E5', { ...NEW, iro: all.banks.staffId })).toMatchObject({ kind: 'wrong' });
	});
});
