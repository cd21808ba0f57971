import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { staffMember, youngAccount } from '../../../tests/accounts.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import type { Role } from './actor.ts';
import { forgetOldSessions, LIMITS, sessionsIn, type Holder, type Sessions } from './sessions.server.ts';

const MINUTE = 60_000;
const BEGAN = new Date();
const after = (minutes: number) => new Date(BEGAN.getTime() + minutes * MINUTE);
const HOW = { means: 'passkey', device: 'Chrome on Windows' } as const;

onEveryEngine('sessions', (open) => {
	let db: Database;
	let another: () => Database;
	let sessions: Sessions;
	beforeAll(async () => {
		({ db, another } = await open());
		sessions = sessionsIn(db);
	});

	async function ann(roles: readonly Role[] = ['IRO', 'social worker']): Promise<Holder> {
		return { kind: 'staff', id: (await staffMember(db, roles)).staffId };
	}
	const rowsOf = (holder: Holder) => db.selectFrom('session').selectAll().where('holder_id', '=', holder.id).execute();

	it('name their holder, with the roles of this moment', async () => {
		const holder = await ann();
		const token = await sessions.open(holder, HOW, BEGAN);
		const read = await sessions.read(token, BEGAN);
		expect(read).toMatchObject({ holder, means: 'passkey', provenAt: BEGAN, youngPerson: null });
		expect(read?.actor).toMatchObject({ staffId: holder.id, name: 'Ann Other', tenant: 'council' });
		expect([...(read?.actor?.roles ?? [])].sort()).toEqual(['IRO', 'social worker']);
		await db.deleteFrom('staff_role').where('staff_id', '=', holder.id).where('role', '=', 'IRO').execute();
		expect((await sessions.read(token, BEGAN))?.actor?.roles).toEqual(['social worker']);
	});

	it('remember a proof that is older than they are, and none of the future', async () => {
		const holder = await ann();
		const opened = async (provenAt: Date) =>
			(await sessions.read(await sessions.open(holder, { ...HOW, provenAt }, BEGAN), BEGAN))?.provenAt;
		expect(await opened(after(-180))).toEqual(after(-180));
		expect(await opened(new Date(0))).toEqual(new Date(0));
		expect(await opened(after(180))).toEqual(BEGAN);
	});

	it('of a young person name the account and the young person, and no actor', async () => {
		const { youngPersonId, ...holder } = await youngAccount(db);
		const token = await sessions.open(holder, { ...HOW, means: 'pictures' }, BEGAN);
		const read = await sessions.read(token, BEGAN);
		expect(read).toMatchObject({ actor: null, youngPerson: { accountId: holder.id, youngPersonId } });
		await db.deleteFrom('young_account').where('id', '=', holder.id).execute();
		expect(await sessions.read(token, BEGAN)).toBeNull();
	});

	it('are kept as hashes only, and a hash opens nothing', async () => {
		const holder = await ann();
		const token = await sessions.open(holder, HOW, BEGAN);
		const fresh = (await sessions.stepUp(token, 'passkey', BEGAN)) ?? '';
		const stored = await rowsOf(holder);
		expect(JSON.stringify(stored)).not.toContain(token);
		expect(JSON.stringify(stored)).not.toContain(fresh);
		for (const guess of [stored[0]?.token_hash ?? '', '', holder.id]) {
			expect(await sessions.read(guess, BEGAN)).toBeNull();
			expect(await sessions.stepUp(guess, 'passkey', BEGAN)).toBeNull();
		}
		expect(await sessions.read(fresh, BEGAN)).not.toBeNull();
	});

	it.each(['staff', 'young person'] as const)('of %s end when nobody used them, and are gone', async (kind) => {
		const { idle } = LIMITS[kind];
		expect(idle).toBe(kind === 'staff' ? 15 : 10);
		const { id } = kind === 'staff' ? await ann() : await youngAccount(db);
		const token = await sessions.open({ kind, id }, HOW, BEGAN);
		expect(await sessions.read(token, after(idle - 0.1))).not.toBeNull();
		expect(await sessions.read(token, after(2 * idle - 0.2))).not.toBeNull();
		expect(await sessions.read(token, after(3 * idle - 0.2))).toBeNull();
		expect(await sessions.read(token, after(2 * idle - 0.2))).toBeNull();
		expect(await rowsOf({ kind, id })).toEqual([]);
	});

	it.each(['staff', 'young person'] as const)('of %s end however busy they were, proven anew or not', async (kind) => {
		const { absolute } = LIMITS[kind];
		expect(absolute).toBe(kind === 'staff' ? 480 : 120);
		const { id } = kind === 'staff' ? await ann() : await youngAccount(db);
		let token = await sessions.open({ kind, id }, HOW, BEGAN);
		for (let minutes = 9; minutes < absolute; minutes += 9) {
			expect(await sessions.read(token, after(minutes)), `after ${minutes} minutes`).not.toBeNull();
			if (minutes % 90 === 0) token = (await sessions.stepUp(token, 'passkey', after(minutes))) ?? '';
		}
		expect(await sessions.read(token, after(absolute))).toBeNull();
		expect(await sessions.read(token, after(absolute - 1))).toBeNull();
	});

	it('end at once when the account is disabled, and stay ended when it is enabled again', async () => {
		const holder = await ann();
		const token = await sessions.open(holder, HOW, BEGAN);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', holder.id).execute();
		expect(await sessions.stepUp(token, 'passkey', BEGAN)).toBeNull();
		expect(await sessions.read(token, BEGAN)).toBeNull();
		await db.updateTable('staff').set({ disabled: 0 }).where('id', '=', holder.id).execute();
		expect(await sessions.read(token, BEGAN)).toBeNull();
	});

	it('change their token when somebody proves who they are again: the old one is worth nothing', async () => {
		const holder = await ann();
		const old = await sessions.open(holder, HOW, BEGAN);
		const fresh = (await sessions.stepUp(old, 'password and code', after(10))) ?? '';
		expect(await sessions.read(old, after(10))).toBeNull();
		expect(await sessions.stepUp(old, 'passkey', after(10))).toBeNull();
		const read = await sessions.read(fresh, after(24));
		expect(read).toMatchObject({ provenAt: after(10), means: 'password and code' });
		expect(await rowsOf(holder)).toHaveLength(1);
		expect(await sessions.stepUp(fresh, 'passkey', after(24 + 15))).toBeNull();
	});

	it('give one fresh token when two ask at the same moment, through two servers', async () => {
		const holder = await ann();
		const other = sessionsIn(another());
		for (let round = 0; round < 8; round += 1) {
			const old = await sessions.open(holder, HOW, BEGAN);
			const both = await Promise.all([sessions, other].map((one) => one.stepUp(old, 'passkey', after(1))));
			const [winner, ...none] = both.filter((token) => token !== null);
			expect(none).toEqual([]);
			expect(await other.read(winner ?? '', after(1))).not.toBeNull();
			expect(await other.read(old, after(1))).toBeNull();
		}
	});

	it('are listed for their holder alone, the latest used first, without those that are over', async () => {
		const [holder, stranger] = [await ann(), await ann()];
		await sessions.open(holder, { means: 'passkey', device: 'Firefox on Linux' }, after(-20));
		await sessions.open(holder, { means: 'passkey', device: 'Edge on Windows' }, after(-10));
		const latest = await sessions.open(holder, { means: 'single sign-on', device: 'Safari on an iPhone' }, after(-1));
		await sessions.open(stranger, HOW, BEGAN);
		const devices = await sessions.devicesOf(holder, BEGAN);
		expect(devices.map(({ device }) => device)).toEqual(['Safari on an iPhone', 'Edge on Windows']);
		expect(devices[0]).toMatchObject({ means: 'single sign-on', began: after(-1), seen: after(-1) });
		expect(devices[0]?.id).toBe((await sessions.read(latest, BEGAN))?.id);
	});

	it('are closed by their holder one by one, and never by anybody else', async () => {
		const [holder, stranger] = [await ann(), await ann()];
		const young = await youngAccount(db);
		const mine = await sessions.open(holder, HOW, BEGAN);
		const theirs = await sessions.open(stranger, HOW, BEGAN);
		const id = (await sessions.read(theirs, BEGAN))?.id ?? '';
		for (const somebody of [holder, young, { kind: 'young person', id: stranger.id } as const])
			expect(await sessions.closeDevice(somebody, id)).toBe(false);
		expect(await sessions.read(theirs, BEGAN)).not.toBeNull();
		expect(await sessions.closeDevice(stranger, id)).toBe(true);
		expect(await sessions.closeDevice(stranger, id)).toBe(false);
		expect(await sessions.read(theirs, BEGAN)).toBeNull();
		expect(await sessions.read(mine, BEGAN)).not.toBeNull();
	});

	it('are closed all at once, but for the one that is named, and nobody else’s', async () => {
		const [holder, stranger] = [await ann(), await ann()];
		const [one, two, mine] = await Promise.all([1, 2, 3].map(() => sessions.open(holder, HOW, BEGAN)));
		const theirs = await sessions.open(stranger, HOW, BEGAN);
		await sessions.closeAll(holder, (await sessions.read(mine ?? '', BEGAN))?.id);
		for (const token of [one, two]) expect(await sessions.read(token ?? '', BEGAN)).toBeNull();
		expect(await sessions.read(mine ?? '', BEGAN)).not.toBeNull();
		await sessions.closeAll(holder);
		expect(await rowsOf(holder)).toEqual([]);
		expect(await sessions.read(theirs, BEGAN)).not.toBeNull();
		await sessions.close(theirs);
		expect(await sessions.read(theirs, BEGAN)).toBeNull();
	});

	it('that are over are forgotten by the daily work, and no others', async () => {
		const [holder, young] = [await ann(), await youngAccount(db)];
		await sessions.open(holder, HOW, after(-15));
		await sessions.open(young, HOW, after(-10));
		const mine = await sessions.open(holder, HOW, after(-14));
		const theirs = await sessions.open(young, HOW, after(-9));
		await forgetOldSessions(db, BEGAN);
		expect(await rowsOf(holder)).toHaveLength(1);
		expect(await rowsOf(young)).toHaveLength(1);
		for (const token of [mine, theirs]) expect(await sessions.read(token, BEGAN)).not.toBeNull();
	});
});
