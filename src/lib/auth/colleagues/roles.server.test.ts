import { beforeAll, beforeEach, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { staffMember, youngPerson } from '../../../../tests/accounts.ts';
import { onlyAdministrator } from '../../../../tests/colleagues.ts';
import { onEveryEngine, type Opened } from '../../../../tests/databases.ts';
import { OPERATOR } from '../../../../tests/open-wave.ts';
import type { SignedIn } from '../actor.ts';
import { actorOf } from '../sessions.server.ts';
import { addStaff } from '../staff/accounts.server.ts';
import { accountChanges } from './account-changes.server.ts';
import { agreeToRole, openRoleRequests, refuseRole } from './role-requests.server.ts';
import { changeRoles } from './roles.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');

onEveryEngine('roles', (open) => {
	let opened: Opened;
	let db: Database;
	let ada: SignedIn;
	beforeAll(async () => {
		opened = await open();
		({ db } = opened);
	});
	beforeEach(async () => void (ada = await onlyAdministrator(db)));

	const rolesOf = async ({ staffId }: SignedIn) => [...((await actorOf(db, staffId))?.roles ?? [])].sort();
	const become = (actor: SignedIn, who: SignedIn) =>
		changeRoles(db, actor, who.staffId, [...who.roles, 'administrator'], NOW);
	async function onlyRequest(actor: SignedIn): Promise<string> {
		const [request, ...more] = await openRoleRequests(db, actor);
		expect(more).toEqual([]);
		return request?.id ?? 'none';
	}
	/** Two administrators who have been two. */
	async function second(): Promise<SignedIn> {
		const ben = await staffMember(db, ['committee member'], 'Ben');
		expect(await become(ada, ben)).toMatchObject({ kind: 'changed', given: ['administrator'] });
		return { ...ben, roles: [...ben.roles, 'administrator'] };
	}

	it('are given and taken with before and after in the record', async () => {
		const cleo = await staffMember(db, ['committee member'], 'Cleo');
		const changed = await changeRoles(db, ada, cleo.staffId, ['IRO', 'safeguarding lead'], NOW);
		expect(changed).toEqual({
			kind: 'changed',
			given: ['IRO', 'safeguarding lead'],
			taken: ['committee member'],
			asked: []
		});
		expect(await rolesOf(cleo)).toEqual(['IRO', 'safeguarding lead']);
		const events = await recordedAbout(db, 'council', { kind: 'staff', id: cleo.staffId });
		expect(events.map(({ what, actorName, detail }) => [what, actorName, detail['before'], detail['after']])).toEqual([
			['role taken away', 'Ada', 'committee member, IRO, safeguarding lead', 'IRO, safeguarding lead'],
			['role given', 'Ada', 'committee member, IRO', 'committee member, IRO, safeguarding lead'],
			['role given', 'Ada', 'committee member', 'committee member, IRO']
		]);
	});

	it('tell every other safeguarding lead in use when somebody becomes one, or is added as one, and of no other role', async () => {
		await db.deleteFrom('notice').execute();
		const [lee, mo] = [await staffMember(db, ['safeguarding lead'], 'Lee'), await staffMember(db, ['IRO'], 'Mo')];
		for (const unused of [{ disabled: 1 as const }, { enrolled: 0 as const }]) {
			const { staffId } = await staffMember(db, ['safeguarding lead'], 'Gone');
			await db.updateTable('staff').set(unused).where('id', '=', staffId).execute();
		}
		const told = async () => {
			const rows = await db.selectFrom('notice').select(['what', 'recipient_id']).orderBy('recipient_id').execute();
			await db.deleteFrom('notice').execute();
			return rows;
		};
		const what = 'safeguarding lead added';
		await changeRoles(db, ada, mo.staffId, ['IRO', 'social worker'], NOW);
		expect(await told()).toEqual([]);
		await changeRoles(db, ada, mo.staffId, ['IRO', 'safeguarding lead'], NOW);
		expect(await told()).toEqual([{ what, recipient_id: lee.staffId }]);
		const given = { email: 'nia@council.example', name: 'Nia', roles: ['safeguarding lead'] };
		expect(await addStaff(db, ada, given, NOW)).toMatchObject({ kind: 'added' });
		const both = [lee.staffId, mo.staffId].sort().map((recipient_id) => ({ what, recipient_id }));
		expect(await told()).toEqual(both);
		expect((await accountChanges(db, lee, NOW)).map((change) => change.told)).toEqual(
			expect.arrayContaining(['added Nia as a safeguarding lead', 'made Mo a safeguarding lead'])
		);
	});

	it('are changed by administrators only, never one’s own, never the advocacy service’s, never to none', async () => {
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		const worker = await staffMember(db, ['advocacy worker'], 'Dee');
		for (const [actor, who] of [
			[cleo, ada],
			[worker, cleo],
			[ada, ada],
			[ada, worker]
		] as const)
			expect(await changeRoles(db, actor, who.staffId, ['IRO'], NOW)).toEqual({ kind: 'not theirs' });
		expect(await changeRoles(db, ada, 'nobody', ['IRO'], NOW)).toEqual({ kind: 'not theirs' });
		for (const wanted of [[], ['IRO', 'advocacy worker'] as const])
			expect(await changeRoles(db, ada, cleo.staffId, wanted, NOW)).toEqual({ kind: 'no role' });
		expect(await rolesOf(cleo)).toEqual(['IRO']);
	});

	it('an administrator who was disabled or lost the role a moment ago changes nothing', async () => {
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		await db.deleteFrom('staff_role').where('staff_id', '=', ada.staffId).execute();
		expect(await changeRoles(db, ada, cleo.staffId, ['social worker'], NOW)).toEqual({ kind: 'not theirs' });
	});

	it('a caseload is handed over before its role goes', async () => {
		const cleo = await staffMember(db, ['IRO', 'committee member'], 'Cleo');
		await db
			.insertInto('caseload')
			.values({ young_person_id: await youngPerson(db), role: 'IRO', staff_id: cleo.staffId, since: '2027-01-01' })
			.execute();
		const wanted = ['committee member'] as const;
		expect(await changeRoles(db, ada, cleo.staffId, wanted, NOW)).toEqual({
			kind: 'still holds',
			role: 'IRO',
			count: 1
		});
		expect(await rolesOf(cleo)).toEqual(['IRO', 'committee member']);
	});

	it('the only administrator makes the second; from then on another must agree, whatever happens to the two', async () => {
		const ben = await second();
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		expect(await become(ada, cleo)).toMatchObject({ kind: 'changed', given: [], asked: ['administrator'] });
		expect(await become(ben, cleo)).toEqual({ kind: 'asked already' });
		expect(await rolesOf(cleo)).toEqual(['IRO']);
		const request = await onlyRequest(ada);
		expect(await agreeToRole(db, ada, request, NOW)).toEqual({ kind: 'not theirs' });
		expect(await agreeToRole(db, cleo, request, NOW)).toEqual({ kind: 'not theirs' });
		expect(await agreeToRole(db, ben, request, NOW)).toMatchObject({ kind: 'agreed', request: { name: 'Cleo' } });
		expect(await rolesOf(cleo)).toEqual(['IRO', 'administrator']);
		expect(await agreeToRole(db, ben, request, NOW)).toEqual({ kind: 'not theirs' });
		// Back to one: the latch holds.
		for (const one of [ben, cleo]) await changeRoles(db, ada, one.staffId, ['IRO'], NOW);
		expect(await become(ada, cleo)).toMatchObject({ kind: 'changed', asked: ['administrator'] });
		expect(await rolesOf(cleo)).toEqual(['IRO']);
	});

	it('a request is refused, or taken back, and said so in the record', async () => {
		const ben = await second();
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		for (const actor of [ada, ben]) {
			await become(ada, cleo);
			expect(await refuseRole(db, cleo, await onlyRequest(ada), NOW)).toBeNull();
			expect(await refuseRole(db, actor, await onlyRequest(ada), NOW)).toMatchObject({ name: 'Cleo' });
			expect(await openRoleRequests(db, ada)).toEqual([]);
		}
		const events = await recordedAbout(db, 'council', { kind: 'staff', id: cleo.staffId });
		expect(events.map(({ what, actorName }) => `${what} ${actorName}`)).toEqual([
			'role refused Ben',
			'role asked for Ada',
			'role refused Ada',
			'role asked for Ada'
		]);
	});

	it('a request is void when who asked is no administrator any more, or who would get it cannot sign in', async () => {
		const ben = await second();
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		await become(ada, cleo);
		const request = await onlyRequest(ben);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', cleo.staffId).execute();
		expect(await agreeToRole(db, ben, request, NOW)).toMatchObject({ kind: 'void' });
		await db.updateTable('staff').set({ disabled: 0 }).where('id', '=', cleo.staffId).execute();
		await changeRoles(db, ben, ada.staffId, ['IRO'], NOW);
		expect(await agreeToRole(db, ben, request, NOW)).toMatchObject({ kind: 'void' });
		expect(await rolesOf(cleo)).toEqual(['IRO']);
	});

	it('nobody becomes an administrator before they have enrolled, nor keeps a link that was drawn before', async () => {
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		await db.updateTable('staff').set({ enrolled: 0 }).where('id', '=', cleo.staffId).execute();
		expect(await become(ada, cleo)).toEqual({ kind: 'not enrolled' });
		await db.updateTable('staff').set({ enrolled: 1 }).where('id', '=', cleo.staffId).execute();
		await db
			.insertInto('enrolment')
			.values({
				selector: randomId(),
				verifier_hash: '',
				staff_id: cleo.staffId,
				made_at: NOW.toISOString(),
				expires_at: '2027-03-08T09:00:00Z'
			})
			.execute();
		expect(await become(ada, cleo)).toMatchObject({ kind: 'changed', given: ['administrator'] });
		expect(await db.selectFrom('enrolment').selectAll().execute()).toEqual([]);
	});

	it('two who take the role from each other at once leave one', async () => {
		const ben = await second();
		const elsewhere = opened.another();
		const outcomes = await Promise.all([
			changeRoles(db, ada, ben.staffId, ['IRO'], NOW),
			changeRoles(elsewhere, ben, ada.staffId, ['IRO'], NOW)
		]);
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'not theirs']);
		const left = await db.selectFrom('staff_role').selectAll().where('role', '=', 'administrator').execute();
		expect(left).toHaveLength(1);
	});

	it('the command line never takes the last one, and needs nobody to agree', async () => {
		expect(await changeRoles(db, OPERATOR, ada.staffId, ['IRO'], NOW)).toEqual({ kind: 'last administrator' });
		await second();
		const cleo = await staffMember(db, ['IRO'], 'Cleo');
		expect(await changeRoles(db, OPERATOR, cleo.staffId, ['administrator'], NOW)).toMatchObject({
			given: ['administrator'],
			asked: []
		});
	});

	it('two who make a second at once make one without asking', async () => {
		const [cleo, dan] = [await staffMember(db, ['IRO'], 'Cleo'), await staffMember(db, ['IRO'], 'Dan')];
		const elsewhere = opened.another();
		await Promise.all([become(ada, cleo), changeRoles(elsewhere, ada, dan.staffId, ['IRO', 'administrator'], NOW)]);
		expect(await openRoleRequests(db, ada)).toHaveLength(1);
		const holders = await db.selectFrom('staff_role').selectAll().where('role', '=', 'administrator').execute();
		expect(holders).toHaveLength(2);
	});
});
