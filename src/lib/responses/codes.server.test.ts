import { beforeAll, expect, it } from 'vitest';
import { guessLimit } from '#lib/auth/guesses.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { openWaveOf, passingKeyring, send } from '../../../tests/open-wave.ts';
import { printedCode, type Code } from '#lib/secrets/code.ts';
import { drawCodes, enterCode } from './codes.server.ts';

const MINUTE = 60_000;

function otherVerifier({ selector, verifier }: Code): string {
	return selector + (verifier.startsWith('0') ? '1' : '0') + verifier.slice(1);
}

onEveryEngine('entering a code', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	it('welcomes the right code, however it is typed', async () => {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 1, { hashed: true });
		const code = codes[0] as Code;
		const typed = printedCode(code).toLowerCase().replaceAll('0', 'o');
		const entered = await enterCode(db, keyring, typed);
		expect(entered).toEqual({ kind: 'welcome', waveId: wave.id, version: '11-17', code });
	});

	it('answers an unknown code as it answers a wrong one', async () => {
		const keyring = passingKeyring();
		const { codes } = await openWaveOf(db, keyring, 1, { hashed: true });
		const wrong = await enterCode(db, keyring, otherVerifier(codes[0] as Code));
		const unknown = await enterCode(db, keyring, 'ZZZZ-ZZZZ-ZZZZ-ZZZZ');
		expect(wrong).toEqual({ kind: 'not a code' });
		expect(unknown).toEqual(wrong);
		expect(await enterCode(db, keyring, 'hello')).toEqual(wrong);
	});

	it('lets nobody begin after the closing day, and everybody on it', async () => {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 1, { hashed: true });
		const typed = printedCode(codes[0] as Code);
		const on = (instant: string) => enterCode(db, keyring, typed, () => Date.parse(instant));
		expect(wave.closes).toBe('2027-04-12');
		expect((await on('2027-04-12T21:00:00Z')).kind).toBe('welcome');
		expect((await on('2027-04-13T00:30:00Z')).kind).toBe('closed');
	});

	it('tells only the whole right code that its answers are in, or that the survey has closed', async () => {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 1, { hashed: true });
		const code = codes[0] as Code;
		expect(await send(db, keyring, { wave, code }, { q: 'a' })).toMatchObject({ kind: 'in' });
		expect(await enterCode(db, keyring, printedCode(code))).toEqual({ kind: 'answers are in' });
		expect(await enterCode(db, keyring, otherVerifier(code))).toEqual({ kind: 'not a code' });
		await db.updateTable('wave').set({ status: 'closed' }).where('id', '=', wave.id).execute();
		expect(await enterCode(db, keyring, printedCode(code))).toEqual({ kind: 'closed' });
		expect(await enterCode(db, keyring, otherVerifier(code))).toEqual({ kind: 'not a code' });
	});

	it('lets a selector be tried five times a minute, right or wrong, known or unknown', async () => {
		const keyring = passingKeyring();
		const { codes } = await openWaveOf(db, keyring, 1, { hashed: true });
		const code = codes[0] as Code;
		let now = 1_000_000;
		const unknown = { selector: code.selector === 'ZZZY' ? 'ZZZX' : 'ZZZY', verifier: code.verifier };
		for (const one of [code, unknown]) {
			for (let tries = 0; tries < 5; tries += 1) {
				expect(await enterCode(db, keyring, otherVerifier(one), () => now)).toEqual({ kind: 'not a code' });
			}
			now += MINUTE / 2;
			expect(await enterCode(db, keyring, printedCode(one), () => now)).toEqual({ kind: 'wait', seconds: 30 });
			now += MINUTE / 2;
			const after = await enterCode(db, keyring, printedCode(one), () => now);
			expect(after.kind).toBe(one === code ? 'welcome' : 'not a code');
		}
	});

	it('forgets wrong tries after a right one', async () => {
		const keyring = passingKeyring();
		const { codes } = await openWaveOf(db, keyring, 1, { hashed: true });
		const code = codes[0] as Code;
		for (let round = 0; round < 2; round += 1) {
			for (let tries = 0; tries < 4; tries += 1) await enterCode(db, keyring, otherVerifier(code), () => 5000);
			expect((await enterCode(db, keyring, printedCode(code), () => 5000)).kind).toBe('welcome');
		}
	});

	it('counts the tries of two servers together, and keeps nothing that was typed', async () => {
		const keyringOfBoth = passingKeyring();
		const [one, other] = [1, 2].map(() => guessLimit(db, keyringOfBoth, { points: 3, seconds: 60 }, () => 7000));
		expect(await one?.tryOnce('code ABCD')).toBeNull();
		expect(await other?.tryOnce('code ABCD')).toBeNull();
		expect(await one?.tryOnce('code ABCD')).toBeNull();
		expect(await other?.tryOnce('code ABCD')).toBe(60);
		expect(await one?.tryOnce('code ABCE')).toBeNull();
		expect(JSON.stringify(await db.selectFrom('guess').selectAll().execute())).not.toContain('ABC');
	});

	it('counts tries that come at the same moment, each once', async () => {
		const limit = guessLimit(db, passingKeyring(), { points: 5, seconds: 60 }, () => 7000);
		const tries = await Promise.all(Array.from({ length: 12 }, () => limit.tryOnce('code at once')));
		expect(tries.filter((wait) => wait === null)).toHaveLength(5);
	});

	it('draws codes whose selectors nobody has, and stores none of them by itself', async () => {
		const before = await db.selectFrom('survey_code').selectAll().execute();
		const shown: number[] = [];
		const drawn = await drawCodes(db, ['11-17', '11-17', '16-25'], (done) => shown.push(done));
		expect(new Set([...before, ...drawn].map(({ selector }) => selector)).size).toBe(before.length + 3);
		expect(drawn.map(({ version }) => version)).toEqual(['11-17', '11-17', '16-25']);
		expect(drawn.every(({ verifierHash }) => verifierHash.startsWith('$argon2id$'))).toBe(true);
		expect(shown).toEqual([1, 2, 3]);
		expect(await db.selectFrom('survey_code').selectAll().execute()).toHaveLength(before.length);
	});
});
