import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffMember } from '../../../../tests/accounts.ts';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import type { Database } from '#lib/database/schema.ts';
import { holdingsOf } from '../caseloads.server.ts';
import { importDetails } from '../details.server.ts';
import { accountsByName } from './match.ts';
import { matchAgain, matchByHand, unmatchedWorkers } from './unmatched.server.ts';

onEveryEngine('names of workers', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});

	const take = (...lines: string[]) =>
		importDetails(
			db,
			all.keyring,
			all.officer,
			['CHILD,iro,social_worker', ...lines].join('\n'),
			{ strict: true },
			NOW
		);
	const iroOf = async (child: string) =>
		(
			await db
				.selectFrom('caseload')
				.select('staff_id')
				.where('young_person_id', '=', all.id(child))
				.where('role', '=', 'IRO')
				.executeTakeFirst()
		)?.staff_id;

	it('become caseloads when the details file comes in, and those that are nobody’s are listed', async () => {
		expect(await holdingsOf(db, all.amina.staffId)).toEqual([{ role: 'IRO', count: 2 }]);
		expect(await holdingsOf(db, all.banks.staffId)).toEqual([{ role: 'social worker', count: 1 }]);
		expect(await unmatchedWorkers(db, all.officer)).toEqual([
			{ name: 'Nobody Known', role: 'social worker', people: 1 }
		]);
		expect(await unmatchedWorkers(db, all.amina)).toEqual([]);
	});

	it('move a child when the file names somebody else', async () => {
		await take('A1, sunil  RAO ,');
		expect(await iroOf('A1')).toBe(all.sunil.staffId);
		expect(await iroOf('B2')).toBe(all.amina.staffId);
	});

	it('take a child from the old worker even when the new name is nobody’s account', async () => {
		await take('A1,Somebody New,');
		expect(await iroOf('A1')).toBeUndefined();
	});

	it('leave somebody chosen by hand while the name in the file stays the same', async () => {
		await db
			.updateTable('caseload')
			.set({ staff_id: all.sunil.staffId })
			.where('young_person_id', '=', all.id('A1'))
			.where('role', '=', 'IRO')
			.execute();
		await take('A1,amina bello,', 'B2,,');
		expect(await iroOf('A1')).toBe(all.sunil.staffId);
		expect(await iroOf('B2')).toBe(all.amina.staffId);
	});

	it('are found again once the account is there', async () => {
		const late = await staffMember(db, ['social worker'], 'Nobody  known');
		expect(await matchAgain(db, all.amina, NOW)).toEqual({ kind: 'not allowed' });
		expect(await matchAgain(db, all.officer, NOW)).toEqual({ kind: 'matched', people: 1 });
		expect(await all.lastEvent()).toMatchObject({ what: 'matched to an account', subject: 'workers' });
		expect(await holdingsOf(db, late.staffId)).toEqual([{ role: 'social worker', count: 1 }]);
		expect(await unmatchedWorkers(db, all.officer)).toEqual([]);
	});

	it('are said by hand to be somebody’s with the role, and nobody else’s', async () => {
		const given = { name: 'nobody known', role: 'social worker' as const };
		expect(await matchByHand(db, all.officer, { ...given, to: all.amina.staffId }, NOW)).toEqual({
			kind: 'nobody can'
		});
		expect(await matchByHand(db, all.lead, { ...given, to: all.banks.staffId }, NOW)).toEqual({ kind: 'not allowed' });
		expect(await matchByHand(db, all.officer, { ...given, to: all.banks.staffId }, NOW)).toEqual({
			kind: 'matched',
			people: 1
		});
		expect(await holdingsOf(db, all.banks.staffId)).toEqual([{ role: 'social worker', count: 2 }]);
		expect(await all.lastEvent()).toMatchObject({ what: 'matched to an account', subject: all.banks.staffId });
	});
});

describe('whose account a name is', () => {
	const of = (id: string, name: string, disabled = false) => ({ id, name, roles: ['IRO' as const], disabled });
	it('needs the whole name, the role and an open account, whatever the case and the spaces', () => {
		expect(accountsByName([of('a', 'Amina Bello')])('IRO', '  amina   BELLO ')).toBe('a');
		expect(accountsByName([of('a', 'Amina Bello')])('IRO', 'Amina')).toBeNull();
		expect(accountsByName([of('a', 'Amina Bello')])('social worker', 'Amina Bello')).toBeNull();
		expect(accountsByName([of('a', 'Amina Bello', true)])('IRO', 'Amina Bello')).toBeNull();
	});
	it('is nobody’s while two have it', () => {
		expect(accountsByName([of('a', 'Amina Bello'), of('b', 'amina bello')])('IRO', 'Amina Bello')).toBeNull();
	});
});
