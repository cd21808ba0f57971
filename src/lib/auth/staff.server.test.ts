import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { OPERATOR, passingKeyring } from '../../../tests/open-wave.ts';
import type { SignedIn } from './actor.ts';
import { sessionsIn } from './sessions.server.ts';
import { addStaff, drawPassword, signIn, staffByEmail } from './staff.server.ts';

const PASSWORD = 'a long pass phrase';
const HOUR = 3_600_000;
let people = 0;

onEveryEngine('staff', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	async function somebody(roles: readonly string[] = ['IRO', 'IRO', 'social worker']) {
		const email = `person${(people += 1)}@council.example`;
		const added = await addStaff(db, OPERATOR, { email, name: 'Ann Other', roles, password: PASSWORD });
		if (added.kind !== 'added') throw new Error(added.kind);
		return { email, id: added.id };
	}

	it('are added once, by an administrator, with what is wrong said in full', async () => {
		const { email } = await somebody();
		const given = { email: email.toUpperCase(), name: 'B', roles: ['IRO'], password: PASSWORD };
		expect(await addStaff(db, OPERATOR, given)).toEqual({ kind: 'there already' });
		const officer: SignedIn = { staffId: 's', name: 'Sam', roles: ['participation officer'] };
		expect(await addStaff(db, officer, given)).toEqual({ kind: 'not allowed' });
		const wrong = await addStaff(db, OPERATOR, { email: 'nobody', name: ' ', roles: ['king'], password: 'short' });
		expect(wrong).toMatchObject({ kind: 'wrong' });
		const reasons = wrong.kind === 'wrong' ? wrong.reasons.join('\n') : '';
		for (const word of ['name@council.example', 'name of the person', 'participation officer', '12 characters'])
			expect(reasons).toContain(word);
		const none = await addStaff(db, OPERATOR, { ...given, email: 'n@council.example', roles: [] });
		expect(none).toMatchObject({ kind: 'wrong', reasons: [expect.stringContaining('at least one role')] });
	});

	it('sign in with their password, however their address is written, and it is stored as a slow hash', async () => {
		const { email, id } = await somebody();
		expect(await signIn(db, passingKeyring(), ` ${email.toUpperCase()} `, PASSWORD)).toEqual({
			kind: 'signed in',
			staffId: id
		});
		const stored = JSON.stringify(await db.selectFrom('staff').selectAll().execute());
		expect(stored).not.toContain(PASSWORD);
		expect(await staffByEmail(db, email.toUpperCase())).toEqual({ id, name: 'Ann Other' });
	});

	it('are told the same for a wrong password, an unknown address and a disabled account', async () => {
		const keyring = passingKeyring();
		const { email } = await somebody();
		expect(await signIn(db, keyring, email, 'something else')).toEqual({ kind: 'no' });
		expect(await signIn(db, keyring, 'nobody@council.example', PASSWORD)).toEqual({ kind: 'no' });
		await db.updateTable('staff').set({ disabled: 1 }).where('email', '=', email).execute();
		expect(await signIn(db, keyring, email, PASSWORD)).toEqual({ kind: 'no' });
		expect(await staffByEmail(db, email)).toBeNull();
	});

	it('wait after five wrong tries, whether they exist or not, and again may after five minutes', async () => {
		const keyring = passingKeyring();
		const { email } = await somebody();
		for (const address of [email, `un${email}`]) {
			let now = 9_000_000;
			for (let tries = 0; tries < 5; tries += 1)
				expect(await signIn(db, keyring, address, 'wrong', () => now)).toEqual({ kind: 'no' });
			now += 60_000;
			expect(await signIn(db, keyring, address, PASSWORD, () => now)).toEqual({ kind: 'wait', seconds: 240 });
			now += 240_000;
			const after = await signIn(db, keyring, address, PASSWORD, () => now);
			expect(after.kind).toBe(address === email ? 'signed in' : 'no');
		}
		expect(JSON.stringify(await db.selectFrom('guess').selectAll().execute())).not.toContain('council.example');
	});

	it('hold a session of which only the hash is stored', async () => {
		const { id } = await somebody();
		const sessions = sessionsIn(db);
		const token = await sessions.open(id, new Date());
		const who = await sessions.read(token, new Date());
		expect(who).toMatchObject({ staffId: id, name: 'Ann Other' });
		expect([...(who?.roles ?? [])].sort()).toEqual(['IRO', 'social worker']);
		const stored = JSON.stringify(await db.selectFrom('session').selectAll().execute());
		expect(stored).not.toContain(token);
		const hash = (await db.selectFrom('session').select('token_hash').where('staff_id', '=', id).execute())[0];
		expect(await sessions.read(hash?.token_hash ?? '', new Date())).toBeNull();
		expect(await sessions.read('', new Date())).toBeNull();
	});

	it('are signed out after eight hours whatever they did, and the session is gone', async () => {
		const { id } = await somebody();
		const sessions = sessionsIn(db);
		const began = new Date();
		const token = await sessions.open(id, began);
		for (const hours of [3, 5, 7.9])
			expect(await sessions.read(token, new Date(began.getTime() + hours * HOUR))).not.toBeNull();
		expect(await sessions.read(token, new Date(began.getTime() + 8 * HOUR))).toBeNull();
		expect(await sessions.read(token, began)).toBeNull();
		expect(await db.selectFrom('session').selectAll().where('staff_id', '=', id).execute()).toEqual([]);
	});

	it('are out at once when their account is disabled, when they sign out, and without a role they lost', async () => {
		const { id } = await somebody();
		const sessions = sessionsIn(db);
		const one = await sessions.open(id, new Date());
		const other = await sessions.open(id, new Date());
		await sessions.close(one);
		expect(await sessions.read(one, new Date())).toBeNull();
		await db.deleteFrom('staff_role').where('staff_id', '=', id).where('role', '=', 'IRO').execute();
		expect((await sessions.read(other, new Date()))?.roles).toEqual(['social worker']);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', id).execute();
		expect(await sessions.read(other, new Date())).toBeNull();
	});
});

it('draws passwords of twenty letters that differ', () => {
	const drawn = new Set(Array.from({ length: 50 }, drawPassword));
	expect(drawn.size).toBe(50);
	for (const password of drawn) expect(password).toMatch(/^[\w-]{5}(-[\w-]{5}){3}$/);
});
