import { beforeAll, beforeEach, expect, it } from 'vitest';
import { staffMember } from '../../../../tests/accounts.ts';
import { NOW, peopled, TODAY, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { findTheirPerson } from '../caseloads.server.ts';
import { coverChoices, coversFor, coversHeldBy, endCover, passCovers, setCover } from './covers.server.ts';
import { deskOf } from './desks.server.ts';

onEveryEngine('cover', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});

	const given = (changes = {}) => ({
		staffId: all.amina.staffId,
		coveredBy: all.sunil.staffId,
		starts: TODAY,
		ends: '2018-04-20',
		...changes
	});

	it('is set for oneself, seen by both, and lets the colleague in', async () => {
		expect(await setCover(db, all.amina, given(), NOW)).toMatchObject({ kind: 'set' });
		expect(await all.lastEvent()).toEqual({
			what: 'cover set',
			subject: all.amina.staffId,
			detail: { by: all.sunil.staffId, starts: TODAY, ends: '2018-04-20' }
		});
		expect(await findTheirPerson(db, all.keyring, all.sunil, all.id('A1'), TODAY)).toMatchObject({ mayMakeCard: true });
		expect(await coversFor(db, all.sunil, TODAY)).toMatchObject([{ away: { name: 'Amina Bello' }, mayEnd: false }]);
		expect(await coversFor(db, all.banks, TODAY)).toEqual([]);
		expect(await deskOf(db, all.sunil, TODAY)).toEqual({
			own: [{ role: 'IRO', count: 0 }],
			covering: [{ name: 'Amina Bello', until: '2018-04-20', count: 2 }],
			covered: []
		});
		expect((await deskOf(db, all.amina, TODAY))?.covered).toMatchObject([{ name: 'Sunil Rao' }]);
	});

	it('is set for others by the participation officer only', async () => {
		expect(await setCover(db, all.officer, given(), NOW)).toMatchObject({ kind: 'set' });
		for (const actor of [all.sunil, all.banks, all.administrator, all.lead])
			expect(await setCover(db, actor, given(), NOW)).toEqual({ kind: 'not allowed' });
		expect((await coverChoices(db, all.officer)).away).toHaveLength(4);
		expect((await coverChoices(db, all.amina)).away.map(({ name }) => name)).toEqual(['Amina Bello']);
		expect((await coverChoices(db, all.amina)).by.map(({ name }) => name)).toEqual(['Sunil Rao']);
	});

	it('needs a colleague with the same role and days that can be', async () => {
		const reasons = async (changes: object) => {
			const set = await setCover(db, all.amina, given(changes), NOW);
			return set.kind === 'wrong' ? Object.entries(set.faults).flat().join(' ') : set.kind;
		};
		expect(await reasons({ coveredBy: all.banks.staffId })).toMatch(
			/^coveredBy B. Banks .*same role as Amina Bello \(IRO\)/
		);
		expect(await reasons({ coveredBy: all.amina.staffId })).toContain('themself');
		expect(await reasons({ coveredBy: '' })).toContain('coveredBy Choose who covers');
		expect(await reasons({ starts: 'soon' })).toContain('starts Give the first day');
		expect(await reasons({ ends: '2018-04-09' })).toContain('before the first');
		expect(await reasons({ starts: '2018-04-01', ends: '2018-04-09' })).toContain('over already');
		expect(await reasons({ ends: '2020-01-01' })).toContain('year');
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', all.sunil.staffId).execute();
		expect(await reasons({})).toContain('coveredBy The account of Sunil Rao is closed');
	});

	it('lets any of the staff stand in for a safeguarding lead, but never an administrator, and nobody by their own hand', async () => {
		const forLead = (coveredBy: string) => given({ staffId: all.lead.staffId, coveredBy });
		expect(await setCover(db, all.lead, forLead(all.banks.staffId), NOW)).toMatchObject({ kind: 'set' });
		expect((await coverChoices(db, all.lead)).away).toMatchObject([
			{ id: all.lead.staffId, roles: ['safeguarding lead'] }
		]);
		const faults = async (actor: SignedIn, by: SignedIn) => {
			const set = await setCover(db, actor, forLead(by.staffId), NOW);
			return set.kind === 'wrong' ? (set.faults.coveredBy ?? '') : set.kind;
		};
		expect(await faults(all.lead, all.administrator)).toContain('cannot read young people’s messages');
		expect(await faults(all.officer, all.officer)).toContain('You cannot choose yourself');
		expect(await faults(all.officer, all.amina)).toBe('set');
		expect(await faults(all.lead, all.officer)).toBe('set');
		expect(await faults(all.amina, all.amina)).toBe('not allowed');
	});

	it('ends at once, by the one who is away or the officer', async () => {
		await setCover(db, all.amina, given(), NOW);
		const [cover] = await coversFor(db, all.amina, TODAY);
		expect(await endCover(db, all.sunil, cover?.id ?? '', NOW)).toBe(false);
		expect(await endCover(db, all.amina, cover?.id ?? '', NOW)).toBe(true);
		expect(await findTheirPerson(db, all.keyring, all.sunil, all.id('A1'), TODAY)).toBeNull();
		expect(await endCover(db, all.amina, cover?.id ?? '', NOW)).toBe(false);
		expect(await all.lastEvent()).toMatchObject({ what: 'cover ended', subject: all.amina.staffId });
	});

	it('is passed on when the colleague leaves, and ends for the one who leaves', async () => {
		await setCover(db, all.officer, given(), NOW);
		await setCover(db, all.officer, given({ staffId: all.sunil.staffId, coveredBy: all.amina.staffId }), NOW);
		expect(await coversHeldBy(db, all.sunil.staffId, TODAY)).toBe(1);
		const other = { from: all.sunil.staffId, to: all.banks.staffId };
		expect(await inTransaction(db, (writing) => passCovers(writing, all.administrator, other, NOW))).toBe(0);
		expect(await coversHeldBy(db, all.sunil.staffId, TODAY)).toBe(1);
		const nia = await staffMember(db, ['IRO'], 'Nia Third');
		const third = { from: all.sunil.staffId, to: nia.staffId };
		expect(await inTransaction(db, (writing) => passCovers(writing, all.administrator, third, NOW))).toBe(1);
		expect(await coversFor(db, all.officer, TODAY)).toMatchObject([
			{ away: { id: all.amina.staffId }, by: { id: nia.staffId } }
		]);
		const back = { from: nia.staffId, to: all.amina.staffId };
		expect(await inTransaction(db, (writing) => passCovers(writing, all.administrator, back, NOW))).toBe(0);
		expect(await coversFor(db, all.officer, TODAY)).toEqual([]);
	});
});
