import { beforeAll, beforeEach, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { staffMember, youngPerson } from '../../../../tests/accounts.ts';
import { onlyAdministrator } from '../../../../tests/colleagues.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR } from '../../../../tests/open-wave.ts';
import type { SignedIn } from '../actor.ts';
import { actorOf } from '../sessions.server.ts';
import { colleaguesOf } from '../staff/accounts.server.ts';
import { disableColleague } from './access.server.ts';
import { heldBy, whoCanTake } from './holdings.server.ts';
import { leave } from './leaving.server.ts';
import { openRoleRequests } from './role-requests.server.ts';
import { changeRoles } from './roles.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');

onEveryEngine('leaving', (open) => {
	let db: Database;
	let ada: SignedIn;
	let cleo: SignedIn;
	let dan: SignedIn;
	beforeAll(async () => void ({ db } = await open()));
	beforeEach(async () => {
		ada = await onlyAdministrator(db);
		cleo = await staffMember(db, ['IRO', 'social worker'], 'Cleo');
		dan = await staffMember(db, ['IRO'], 'Dan');
	});

	async function worksWith({ staffId }: SignedIn, role: string, count: number): Promise<void> {
		for (let one = 0; one < count; one += 1)
			await db
				.insertInto('caseload')
				.values({ young_person_id: await youngPerson(db), role, staff_id: staffId, since: '2027-01-01' })
				.execute();
	}

	/** A wave that is open, with halves for these two. */
	async function halvesFor(...holders: SignedIn[]): Promise<void> {
		const id = randomId();
		const facts = { public_key: null, test_seal: null, opens: '2027-02-01', closes: '2027-04-01' };
		await db
			.insertInto('wave')
			.values({ id, name: id, status: 'open', ...facts, created_on: '2027-01-01' })
			.execute();
		for (const [part, { staffId, name }] of holders.entries())
			await db
				.insertInto('recovery_half')
				.values({ wave_id: id, holder: name, destroyed: 0, staff_id: staffId, part })
				.execute();
	}

	it('hands everything to whoever is named, closes the account, and records it once', async () => {
		const eve = await staffMember(db, ['social worker'], 'Eve');
		await worksWith(cleo, 'IRO', 3);
		await worksWith(cleo, 'social worker', 1);
		expect((await heldBy(db, cleo.staffId, NOW)).map(({ words }) => words)).toEqual([
			'3 young people, as their IRO',
			'1 young person, as their social worker'
		]);
		const to = { 'iro-caseload': dan.staffId, 'social-work-caseload': eve.staffId };
		expect(await leave(db, ada, cleo.staffId, to, NOW)).toMatchObject({ kind: 'left', handedOver: [{}, {}] });
		expect(await heldBy(db, cleo.staffId, NOW)).toEqual([]);
		expect(await heldBy(db, dan.staffId, NOW)).toMatchObject([{ count: 3 }]);
		expect(await heldBy(db, eve.staffId, NOW)).toMatchObject([{ count: 1 }]);
		expect(await actorOf(db, cleo.staffId)).toBeNull();
		const events = await recordedAbout(db, 'council', { kind: 'staff', id: cleo.staffId });
		expect(events.map(({ what }) => what)).toEqual(['left', 'account disabled', 'handed over', 'handed over']);
		expect(events[0]?.detail).toMatchObject({ 'iro-caseload': 3, 'iro-caseload to': dan.staffId });
	});

	it('does not happen while something would be with nobody, and says what', async () => {
		const eve = await staffMember(db, ['social worker'], 'Eve');
		await worksWith(cleo, 'IRO', 2);
		await worksWith(cleo, 'social worker', 1);
		const without = async (to: Record<string, string>) => {
			const left = await leave(db, ada, cleo.staffId, to, NOW);
			return left.kind === 'with nobody' ? left.held.map(({ key }) => key) : left.kind;
		};
		const both = ['iro-caseload', 'social-work-caseload'];
		expect(await without({})).toEqual(both);
		// Not to who leaves, nor to somebody without the role, nor to a closed account, nor to nobody that we know.
		expect(await without({ 'iro-caseload': cleo.staffId, 'social-work-caseload': dan.staffId })).toEqual(both);
		expect(await without({ 'iro-caseload': 'nobody', 'social-work-caseload': eve.staffId })).toEqual(['iro-caseload']);
		await disableColleague(db, ada, dan.staffId, NOW);
		expect(await without({ 'iro-caseload': dan.staffId, 'social-work-caseload': eve.staffId })).toEqual([
			'iro-caseload'
		]);
		expect(await heldBy(db, cleo.staffId, NOW)).toMatchObject([{ count: 2 }, { count: 1 }]);
		expect(await heldBy(db, eve.staffId, NOW)).toEqual([]);
		expect(await actorOf(db, cleo.staffId)).not.toBeNull();
	});

	it('gives a recovery half to somebody who does not hold the other one, or nothing at all happens', async () => {
		await worksWith(cleo, 'IRO', 1);
		await halvesFor(cleo, dan);
		const to = { 'iro-caseload': dan.staffId, 'recovery-halves': dan.staffId };
		const refused = await leave(db, ada, cleo.staffId, to, NOW);
		expect(refused).toMatchObject({ kind: 'with nobody', held: [{ key: 'recovery-halves', count: 1 }] });
		expect(await heldBy(db, cleo.staffId, NOW)).toHaveLength(2);
		expect(await actorOf(db, cleo.staffId)).not.toBeNull();
		const eve = await staffMember(db, ['safeguarding lead'], 'Eve');
		const left = await leave(db, ada, cleo.staffId, { ...to, 'recovery-halves': eve.staffId }, NOW);
		expect(left.kind).toBe('left');
		expect(await heldBy(db, eve.staffId, NOW)).toMatchObject([{ key: 'recovery-halves', count: 1 }]);
	});

	it('never gives a recovery half to whoever closes the account: two leavers would make them a whole key', async () => {
		await halvesFor(cleo, dan);
		const to = { 'recovery-halves': ada.staffId };
		expect(await leave(db, ada, cleo.staffId, to, NOW)).toMatchObject({ kind: 'with nobody' });
		const able = whoCanTake(await colleaguesOf(db, 'council'), 'recovery-halves', cleo.staffId, ada);
		expect(able.map(({ name }) => name)).toEqual(['Dan']);
		expect(await heldBy(db, ada.staffId, NOW)).toEqual([]);
		expect(await leave(db, OPERATOR, cleo.staffId, to, NOW)).toMatchObject({ kind: 'left' });
	});

	it('passes the covers of absent colleagues on to somebody of the same kind', async () => {
		const eve = await staffMember(db, ['committee member'], 'Eve');
		await db
			.insertInto('cover')
			.values({
				id: randomId(),
				staff_id: dan.staffId,
				covered_by: cleo.staffId,
				starts: '2027-02-01',
				ends: '2027-03-31'
			})
			.execute();
		const fay = await staffMember(db, ['IRO'], 'Fay');
		expect((await leave(db, ada, cleo.staffId, { covers: eve.staffId }, NOW)).kind).toBe('with nobody');
		expect((await leave(db, ada, cleo.staffId, { covers: fay.staffId }, NOW)).kind).toBe('left');
		expect(await heldBy(db, fay.staffId, NOW)).toMatchObject([{ key: 'covers', count: 1 }]);
	});

	it('hands an administrator’s open requests on, so that two still decide', async () => {
		await changeRoles(db, ada, cleo.staffId, ['IRO', 'administrator'], NOW);
		await changeRoles(db, OPERATOR, dan.staffId, ['IRO', 'administrator'], NOW);
		const eve = await staffMember(db, ['social worker'], 'Eve');
		const asker = { ...cleo, roles: ['IRO', 'administrator'] } as const;
		await changeRoles(db, asker, eve.staffId, ['social worker', 'administrator'], NOW);
		const to = { 'role-requests': dan.staffId };
		expect(await leave(db, ada, cleo.staffId, { 'role-requests': eve.staffId }, NOW)).toMatchObject({
			kind: 'with nobody'
		});
		expect(await leave(db, ada, cleo.staffId, to, NOW)).toMatchObject({ kind: 'left' });
		expect(await openRoleRequests(db, ada)).toMatchObject([{ name: 'Eve', askedByName: 'Dan' }]);
	});

	it('is for administrators about others, and never leaves none', async () => {
		for (const [actor, who] of [
			[cleo, dan],
			[ada, ada]
		] as const)
			expect(await leave(db, actor, who.staffId, {}, NOW)).toEqual({ kind: 'not theirs' });
		expect(await leave(db, OPERATOR, ada.staffId, {}, NOW)).toEqual({ kind: 'last administrator' });
		const worker = await staffMember(db, ['advocacy worker'], 'Fay');
		expect(await leave(db, ada, worker.staffId, {}, NOW)).toEqual({ kind: 'not theirs' });
	});

	it('can follow on an account that was closed at once', async () => {
		await worksWith(cleo, 'IRO', 1);
		await disableColleague(db, ada, cleo.staffId, NOW);
		expect(await leave(db, ada, cleo.staffId, { 'iro-caseload': dan.staffId }, NOW)).toMatchObject({ kind: 'left' });
		expect(await heldBy(db, dan.staffId, NOW)).toMatchObject([{ count: 1 }]);
	});

	it('offers colleagues who can take it: with the role, enrolled, not closed, not who leaves', async () => {
		const newcomer = await staffMember(db, ['IRO'], 'New');
		await db.updateTable('staff').set({ enrolled: 0 }).where('id', '=', newcomer.staffId).execute();
		const colleagues = await colleaguesOf(db, 'council');
		const names = (key: string) => whoCanTake(colleagues, key, cleo.staffId, ada).map(({ name }) => name);
		expect(names('iro-caseload')).toEqual(['Dan']);
		expect(names('recovery-halves')).toEqual(['Dan']);
		expect(names('something else')).toEqual([]);
	});
});
