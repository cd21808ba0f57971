import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { forgetOldGuesses, guessLimit } from './guesses.server.ts';

const FIVE = { points: 5, seconds: 300 };
const BEGAN = 9_000_000;

onEveryEngine('limits on guessing', (open) => {
	let db: Database;
	let another: () => Database;
	const key = randomBytes(32);
	const keyring = { getOrDraw: () => key };
	beforeAll(async () => ({ db, another } = await open()));

	it('hold across two servers: many tries at once never get more than the limit', async () => {
		const servers = [db, another()].map((handle) => guessLimit(handle, keyring, FIVE, () => BEGAN));
		const tries = Array.from({ length: 60 }, (_, n) => servers[n % 2]?.tryOnce('ann'));
		const answers = await Promise.all(tries);
		expect(answers.filter((answer) => answer === null)).toHaveLength(5);
		expect(new Set(answers)).toEqual(new Set([null, 300]));
	});

	it('count each thing apart, and from the first try on', async () => {
		let now = BEGAN;
		const limit = guessLimit(db, keyring, FIVE, () => now);
		for (let tries = 0; tries < 5; tries += 1) {
			expect(await limit.tryOnce('ben')).toBeNull();
			now += 10_000;
		}
		expect(await limit.tryOnce('ben')).toBe(250);
		expect(await limit.tryOnce('cay')).toBeNull();
		now += 249_001;
		expect(await limit.tryOnce('ben')).toBe(1);
		now += 1000;
		expect(await limit.tryOnce('ben')).toBeNull();
	});

	it('wait no longer for more tries: nobody is locked out for ever by somebody else', async () => {
		let now = BEGAN;
		const limit = guessLimit(db, keyring, FIVE, () => now);
		for (let tries = 0; tries < 100; tries += 1) await limit.tryOnce('dee');
		expect(await limit.tryOnce('dee')).toBe(300);
		now += 300_000;
		expect(await limit.tryOnce('dee')).toBeNull();
	});

	it('give a try back, and forget the wrong ones after a right one', async () => {
		const limit = guessLimit(db, keyring, FIVE, () => BEGAN);
		for (let tries = 0; tries < 20; tries += 1) {
			expect(await limit.tryOnce('eve')).toBeNull();
			await limit.giveBack('eve');
		}
		for (let tries = 0; tries < 5; tries += 1) expect(await limit.tryOnce('eve')).toBeNull();
		expect(await limit.tryOnce('eve')).toBe(300);
		await limit.forget('eve');
		expect(await limit.tryOnce('eve')).toBeNull();
	});

	it('keep nothing that says what was tried, and nothing that ran out', async () => {
		const limit = guessLimit(db, keyring, FIVE, () => BEGAN);
		await limit.tryOnce('staff fay@council.example');
		const before = await db.selectFrom('guess').selectAll().execute();
		expect(JSON.stringify(before)).not.toMatch(/fay|council/);
		await forgetOldGuesses(db, BEGAN + 299_999);
		expect(await limit.tryOnce('staff fay@council.example')).toBeNull();
		await forgetOldGuesses(db, BEGAN + 300_000);
		expect(
			await db
				.selectFrom('guess')
				.selectAll()
				.where('expires', '<=', BEGAN + 300_000)
				.execute()
		).toEqual([]);
	});
});
