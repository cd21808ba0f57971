import { beforeAll, beforeEach, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { onlyAdministrator } from '../../../../tests/colleagues.ts';
import { onEveryEngine, type Opened } from '../../../../tests/databases.ts';
import { OPERATOR, passingKeyring } from '../../../../tests/open-wave.ts';
import type { SignedIn } from '../actor.ts';
import { actorOf, sessionsIn } from '../sessions.server.ts';
import { addStaff } from '../staff/accounts.server.ts';
import { openEnrolment } from '../staff/enrolments.server.ts';
import { accountChanges } from './account-changes.server.ts';
import { disableColleague, enableColleague, makeEnrolmentAgain } from './access.server.ts';
import { colleagueInFull, findColleague, listColleagues } from './colleagues.server.ts';
import { rescueStaff } from './rescues.server.ts';
import { openRoleRequests } from './role-requests.server.ts';
import { changeRoles } from './roles.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const WHY = { reason: 'Ada lost her phone on the ferry', makeAdministrator: false };

onEveryEngine('the accounts of colleagues', (open) => {
	let opened: Opened;
	let db: Database;
	let ada: SignedIn;
	let cleo: SignedIn;
	beforeAll(async () => {
		opened = await open();
		({ db } = opened);
	});
	beforeEach(async () => {
		ada = await onlyAdministrator(db);
		cleo = await staffMember(db, ['IRO'], 'Cleo');
	});

	const session = ({ staffId }: SignedIn) =>
		sessionsIn(db).open({ kind: 'staff', id: staffId }, { means: 'passkey', device: 'a test' }, NOW);
	const isIn = async (token: string) => (await sessionsIn(db).read(token, NOW)) !== null;
	const recorded = async ({ staffId }: SignedIn) =>
		(await recordedAbout(db, 'council', { kind: 'staff', id: staffId })).map(({ what }) => what);
	async function second(): Promise<SignedIn> {
		const ben = await staffMember(db, ['IRO'], 'Ben');
		await changeRoles(db, ada, ben.staffId, ['IRO', 'administrator'], NOW);
		return { ...ben, roles: ['IRO', 'administrator'] };
	}

	it('are closed at once: no session, no link, no request stays', async () => {
		await second();
		const token = await session(cleo);
		const made = await makeEnrolmentAgain(db, ada, cleo.staffId, NOW);
		await changeRoles(db, ada, cleo.staffId, ['IRO', 'administrator'], NOW);
		expect(await disableColleague(db, ada, cleo.staffId, NOW)).toEqual({ kind: 'disabled' });
		expect(await isIn(token)).toBe(false);
		expect(await actorOf(db, cleo.staffId)).toBeNull();
		expect(made.kind === 'made' && (await openEnrolment(db, passingKeyring(), made.code, NOW)).kind).toBe('no');
		expect(await openRoleRequests(db, ada)).toEqual([]);
		expect((await recorded(cleo)).slice(0, 2)).toEqual(['account disabled', 'role refused']);
		expect(await disableColleague(db, ada, cleo.staffId, NOW)).toEqual({ kind: 'disabled' });
		expect((await recorded(cleo)).filter((what) => what === 'account disabled')).toHaveLength(1);
	});

	it('are opened again with their roles, but not as administrator: that takes two again', async () => {
		const ben = await second();
		await disableColleague(db, ada, ben.staffId, NOW);
		expect(await enableColleague(db, ada, ben.staffId, NOW)).toEqual({ kind: 'enabled' });
		expect((await actorOf(db, ben.staffId))?.roles).toEqual(['IRO']);
		expect(await recorded(ben)).toEqual(['account enabled', 'role taken away', 'account disabled', 'role given']);
		await db.updateTable('staff_role').set({ role: 'administrator' }).where('staff_id', '=', ben.staffId).execute();
		await disableColleague(db, ada, ben.staffId, NOW);
		expect(await enableColleague(db, ada, ben.staffId, NOW)).toEqual({ kind: 'administrator only' });
		expect(await enableColleague(db, OPERATOR, ben.staffId, NOW)).toEqual({ kind: 'enabled' });
		expect((await actorOf(db, ben.staffId))?.roles).toEqual(['administrator']);
	});

	it('are nobody’s own to close, nor the advocacy service’s, nor anybody’s but an administrator’s', async () => {
		const worker = await staffMember(db, ['advocacy worker'], 'Dee');
		for (const change of [disableColleague, enableColleague, makeEnrolmentAgain])
			for (const [actor, who] of [
				[ada, ada],
				[ada, worker],
				[cleo, ada],
				[worker, cleo]
			] as const)
				expect(await change(db, actor, who.staffId, NOW)).toEqual({ kind: 'not theirs' });
		expect(await disableColleague(db, OPERATOR, worker.staffId, NOW)).toEqual({ kind: 'disabled' });
		expect(await recordedAbout(db, 'council', { kind: 'staff', id: worker.staffId })).toEqual([]);
		expect(await recordedAbout(db, 'advocacy', { kind: 'staff', id: worker.staffId })).toHaveLength(1);
	});

	it('two administrators who close each other at once leave one', async () => {
		const ben = await second();
		const outcomes = await Promise.all([
			disableColleague(db, ada, ben.staffId, NOW),
			disableColleague(opened.another(), ben, ada.staffId, NOW)
		]);
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['disabled', 'not theirs']);
		expect(await disableColleague(db, OPERATOR, ada.staffId, NOW)).toMatchObject({
			kind: (await actorOf(db, ada.staffId)) ? 'last administrator' : 'disabled'
		});
	});

	it('are enrolled anew by a link, signed out now, and no administrator’s', async () => {
		const ben = await second();
		const token = await session(cleo);
		await db
			.insertInto('single_sign_on')
			.values({ issuer: 'https://login.example', subject: 'cleo', staff_id: cleo.staffId })
			.execute();
		const made = await makeEnrolmentAgain(db, ada, cleo.staffId, NOW);
		expect(made).toMatchObject({ kind: 'made', name: 'Cleo' });
		expect(await isIn(token)).toBe(false);
		expect(await db.selectFrom('single_sign_on').selectAll().execute()).toEqual([]);
		expect(await recorded(cleo)).toEqual(['enrolment link made']);
		const opens = made.kind === 'made' && (await openEnrolment(db, passingKeyring(), made.code, NOW));
		expect(opens).toMatchObject({ kind: 'right', row: { staffId: cleo.staffId } });
		expect((await colleagueInFull(db, ada, cleo.staffId, NOW))?.linkUntil).toBe('2027-03-08T09:00:00.000Z');
		expect(await makeEnrolmentAgain(db, ada, ben.staffId, NOW)).toEqual({ kind: 'administrator' });
		await disableColleague(db, ada, cleo.staffId, NOW);
		expect(await makeEnrolmentAgain(db, ada, cleo.staffId, NOW)).toEqual({ kind: 'disabled' });
	});

	it('are rescued at the command line, with the reason in the record', async () => {
		const token = await session(ada);
		const rescued = await rescueStaff(db, OPERATOR, ada.staffId, WHY, NOW);
		expect(rescued).toMatchObject({ kind: 'rescued', name: 'Ada', becameAdministrator: false });
		expect(await isIn(token)).toBe(false);
		const opens = rescued.kind === 'rescued' && (await openEnrolment(db, passingKeyring(), rescued.code, NOW));
		expect(opens).toMatchObject({ kind: 'right', row: { staffId: ada.staffId } });
		const [event] = await recordedAbout(db, 'council', { kind: 'staff', id: ada.staffId });
		expect(event).toMatchObject({ what: 'account rescued', actorKind: 'command line', detail: { reason: WHY.reason } });
	});

	it('a rescue makes an administrator only while there are not two who could decide it', async () => {
		const become = { ...WHY, makeAdministrator: true };
		const dan = await staffMember(db, ['committee member'], 'Dan');
		expect(await rescueStaff(db, OPERATOR, dan.staffId, become, NOW)).toMatchObject({ becameAdministrator: true });
		expect((await actorOf(db, dan.staffId))?.roles).toContain('administrator');
		expect(await rescueStaff(db, OPERATOR, cleo.staffId, become, NOW)).toEqual({ kind: 'two can decide' });
		const worker = await staffMember(db, ['advocacy worker'], 'Dee');
		await disableColleague(db, OPERATOR, dan.staffId, NOW);
		expect(await rescueStaff(db, OPERATOR, worker.staffId, become, NOW)).toEqual({ kind: 'another tenant' });
		expect(await rescueStaff(db, OPERATOR, dan.staffId, WHY, NOW)).toEqual({ kind: 'disabled' });
		expect(await rescueStaff(db, OPERATOR, 'nobody', WHY, NOW)).toEqual({ kind: 'nobody' });
	});

	it('are listed for administrators of the council, with the last sign-in, without the advocacy service’s', async () => {
		const worker = await staffMember(db, ['advocacy worker'], 'Dee');
		expect((await listColleagues(db, ada)).map(({ name }) => name)).toEqual(['Ada', 'Cleo']);
		for (const actor of [cleo, worker]) expect(await listColleagues(db, actor)).toEqual([]);
		expect(await findColleague(db, ada, worker.staffId)).toBeNull();
		expect(await colleagueInFull(db, ada, worker.staffId, NOW)).toBeNull();
		expect(await colleagueInFull(db, ada, ada.staffId, NOW)).toMatchObject({ isSelf: true, holds: [], history: [] });
	});

	it('change in sight of every administrator, participation officer and safeguarding lead for fourteen days', async () => {
		const early = new Date('2027-04-01T09:00:00Z');
		const later = (days: number) => new Date(early.getTime() + days * 86_400_000);
		await makeEnrolmentAgain(db, ada, cleo.staffId, early);
		const eve = { email: 'eve@council.example', name: 'Eve', roles: ['safeguarding lead'] };
		await addStaff(db, ada, eve, later(1));
		await changeRoles(db, ada, cleo.staffId, ['social worker'], later(2));
		await disableColleague(db, OPERATOR, cleo.staffId, later(3));
		const worker = await staffMember(db, ['advocacy worker'], 'Dee');
		await disableColleague(db, OPERATOR, worker.staffId, later(3));
		const seen = async (actor: SignedIn, now: Date) =>
			(await accountChanges(db, actor, now)).map(({ by, told }) => `${by} ${told}`);
		const all = [
			'the server’s command line closed the account of Cleo',
			'Ada made Cleo no longer an IRO',
			'Ada made Cleo a social worker',
			'Ada added Eve as a safeguarding lead',
			'Ada made a new link to enrol for Cleo'
		];
		for (const role of ['administrator', 'participation officer', 'safeguarding lead'] as const)
			expect(await seen({ ...ada, roles: [role] }, later(14))).toEqual(all);
		expect(await seen(ada, later(15))).toEqual(all.slice(0, 4));
		expect(await seen(ada, later(18))).toEqual([]);
		for (const actor of [cleo, worker]) expect(await seen(actor, later(3))).toEqual([]);
	});
});
