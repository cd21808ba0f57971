import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffMember } from '../../../../tests/accounts.ts';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { csv, HEADERS, smallReturn, STAYS } from '../../../../tests/data/small-return.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { dropImports, forgetOldImports, importWaiting, keepImport, type ImportGiven } from './drafts.server.ts';
import { manyLeave } from './preview.ts';
import { previewImport, takeImportIn } from './previews.server.ts';

const HOUR = 3_600_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);

onEveryEngine('an import with a preview', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});

	const aReturn = (changes: Parameters<typeof smallReturn>[0] = {}, asOf = '10/04/2018'): ImportGiven => {
		const { header, episodes, reviews = null, uasc = null, oc3 = null } = smallReturn(changes);
		return { kind: 'return', asOf, files: { header, episodes, reviews, uasc, oc3 } };
	};
	const keep = async (given: ImportGiven, actor: SignedIn = all.officer) => {
		const kept = await keepImport(db, all.keyring, actor, given, NOW);
		return kept.kind === 'kept' ? kept.id : kept;
	};
	const kept = async (given: ImportGiven): Promise<string> => {
		const id = await keep(given);
		if (typeof id !== 'string') throw new Error(JSON.stringify(id));
		return id;
	};
	const preview = (id: string, actor: SignedIn = all.officer, now = NOW) =>
		previewImport(db, all.keyring, actor, id, now);
	const everybody = () => db.selectFrom('young_person').selectAll().orderBy('child').execute();

	it('names who joins, leaves, comes back and dies before anything changes, and then does just that', async () => {
		const headers = [...HEADERS.slice(0, 1), ...HEADERS.slice(2), 'E5,2,03/02/2012,WBRI', 'F6,1,03/02/2012,WBRI'];
		const stays = [
			...STAYS.slice(0, 1),
			'A1,10/09/2017,P,C2,N1,A5,,',
			'D4,01/04/2018,S,C2,N1,U4,,',
			'E5,05/04/2018,S,C2,N1,U4,,',
			'F6,05/04/2018,S,C2,N1,U4,06/04/2018,E2'
		];
		const before = await everybody();
		const id = await kept(aReturn({ headers, stays, careLeavers: [] }));
		const shown = await preview(id);
		const nameless = (child: string) => ({ child, preferredName: null });
		expect(shown).toMatchObject({
			kind: 'return',
			asOf: '2018-04-10',
			figures: { added: 2, updated: 3, left: 2 },
			changed: 3,
			laterReturn: null,
			manyLeave: false,
			joining: [nameless('E5'), nameless('F6')],
			leaving: [{ child: 'B2', preferredName: 'Mia' }, nameless('C3')],
			comingBack: [nameless('D4')],
			nowDied: [nameless('F6')],
			nowWithAdopters: [{ child: 'A1', preferredName: 'Kofi' }]
		});
		expect(await everybody()).toEqual(before);
		const taken = await takeImportIn(db, all.keyring, all.officer, id, NOW);
		expect(taken).toMatchObject({ kind: 'return', figures: { added: 2, updated: 3, left: 2 } });
		expect(Object.fromEntries((await everybody()).map((one) => [one.child, one.standing]))).toEqual({
			A1: 'in care',
			B2: 'left',
			C3: 'left',
			D4: 'in care',
			E5: 'in care',
			F6: 'left'
		});
		expect(await all.lastEvent()).toMatchObject({
			what: 'roster imported',
			subject: 'return',
			detail: { asOf: '2018-04-10', added: 2, left: 2 }
		});
		expect(await preview(id)).toBeNull();
	});

	it('counts what a details file changes, by detail, and lists faults by line', async () => {
		const file = csv('details.csv', 'CHILD,preferred_name,language', 'A1,Kofi,Fante', 'B2,Mia,English', 'Z9,Zed,');
		const id = await kept({ kind: 'details', file });
		expect(await preview(id)).toMatchObject({
			kind: 'details',
			figures: { rows: 3, updated: 1, unknown: 1 },
			byField: [{ field: 'language', people: 1 }],
			changes: [{ child: 'A1', preferredName: 'Kofi', fields: ['language'] }],
			faults: [{ line: 4, column: 'CHILD' }]
		});
		expect(await takeImportIn(db, all.keyring, all.officer, id, NOW)).toMatchObject({ kind: 'details', faults: 1 });
		expect((await everybody())[0]?.language).toBe('Fante');
	});

	it('shows child by child what decides over sending, and which worker or name takes the place of which', async () => {
		await db.updateTable('caseload').set({ staff_id: all.sunil.staffId }).where('role', '=', 'IRO').execute();
		const file = csv(
			'details.csv',
			'CHILD,preferred_name,iro,social_worker,opted_out,address_unsafe,may_be_told',
			'A1,Kofi,Zed Nobody,b.  banks,yes,no,Aunt: letters',
			'B2,Mimi,Sunil Rao,B. Banks,no,yes,'
		);
		const shown = await preview(await kept({ kind: 'details', file }));
		if (shown?.kind !== 'details') throw new Error('details');
		const [kofi, mimi] = [
			{ child: 'A1', preferredName: 'Kofi' },
			{ child: 'B2', preferredName: 'Mimi' }
		];
		expect(shown.shifts).toEqual([
			{ field: 'opted out', careful: true, people: [{ ...kofi, before: 'no', after: 'yes' }] },
			{ field: 'address unsafe', careful: true, people: [{ ...mimi, before: 'no', after: 'yes' }] },
			{ field: 'who may be told', careful: true, people: [{ ...kofi, before: null, after: 'Aunt: letters' }] },
			{ field: 'IRO', careful: false, people: [{ ...kofi, before: 'Sunil Rao', after: 'Zed Nobody' }] },
			{ field: 'social worker', careful: false, people: [{ ...mimi, before: 'Nobody Known', after: 'B. Banks' }] },
			{ field: 'preferred name', careful: false, people: [{ ...mimi, before: 'Mia', after: 'Mimi' }] }
		]);
		expect(shown.nobodys).toEqual(['Zed Nobody']);
	});

	it('shows a file that cannot be read, and takes nothing of it in', async () => {
		const id = await kept({ kind: 'details', file: csv('details.csv', 'name,team', 'A,B') });
		expect(await preview(id)).toMatchObject({ kind: 'refused' });
		expect(await takeImportIn(db, all.keyring, all.officer, id, NOW)).toEqual({ kind: 'refused' });
	});

	it('asks for the day and the files that are needed', async () => {
		const given = aReturn({}, '');
		if (given.kind !== 'return') throw new Error('a return');
		const missing = await keep({ ...given, files: { ...given.files, header: null } });
		expect(missing).toMatchObject({ kind: 'wrong' });
		expect(JSON.stringify(missing)).toMatch(/day.*HEADER/);
		expect(await keep(aReturn({}, '11/04/2018'))).toMatchObject({ kind: 'wrong' });
		expect(await keep({ kind: 'details', file: null })).toMatchObject({ kind: 'wrong' });
	});

	it('belongs to whoever brought the files, who keeps the roster', async () => {
		const id = await kept(aReturn());
		const another = await staffMember(db, ['participation officer'], 'Another Officer');
		expect(await preview(id, another)).toBeNull();
		expect(await takeImportIn(db, all.keyring, another, id, NOW)).toEqual({ kind: 'no longer there' });
		expect(await preview(id, { ...all.officer, roles: ['IRO'] })).toBeNull();
		for (const actor of [all.amina, all.administrator, all.lead])
			expect(await keep(aReturn(), actor)).toEqual({ kind: 'not allowed' });
		expect(await preview(id)).not.toBeNull();
	});

	it('waits for an hour, one at a time, sealed, and is gone after a no', async () => {
		const first = await kept(aReturn());
		const second = await kept(aReturn());
		expect(await preview(first)).toBeNull();
		const [row] = await db.selectFrom('import_draft').selectAll().execute();
		expect(Buffer.from(row?.sealed ?? '', 'base64url').toString('latin1')).not.toContain('A1,1,01/05/2008');
		expect(await importWaiting(db, all.keyring, all.officer, second, later(HOUR - 1))).not.toBeNull();
		expect(await importWaiting(db, all.keyring, all.officer, second, later(HOUR))).toBeNull();
		await forgetOldImports(db, later(HOUR - 1));
		expect(await db.selectFrom('import_draft').selectAll().execute()).toHaveLength(1);
		await forgetOldImports(db, later(HOUR));
		expect(await db.selectFrom('import_draft').selectAll().execute()).toEqual([]);
		const third = await kept(aReturn());
		await dropImports(db, all.officer);
		expect(await preview(third)).toBeNull();
	});
});

describe('so many leave that it may be the wrong file', () => {
	const of = (leaving: number, hereBefore: number) =>
		manyLeave({ leaving: Array.from({ length: leaving }, String), hereBefore });
	it('when it is more than a quarter, and more than a few', () => {
		expect(of(26, 100)).toBe(true);
		expect(of(25, 100)).toBe(false);
		expect(of(10, 12)).toBe(false);
	});
});
