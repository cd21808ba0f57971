import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { isSecret } from '#lib/secrets/hashing.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { checkEntryCode, drawEntryCode, type DrawnCode } from './entry-codes.server.ts';

const BEGAN = 9_000_000;

/** The rows of some codes, as a module would find them; counts how often it was asked. */
function rowsOf(...codes: readonly DrawnCode[]) {
	const asked: string[] = [];
	const find = async (selector: string) => {
		asked.push(selector);
		const code = codes.find((one) => one.selector === selector);
		return code ? { verifier_hash: code.verifierHash, selector } : null;
	};
	return { find, asked };
}

const wrongFor = ({ printed }: DrawnCode) => `${printed.slice(0, 5)}0000-0000-0000`;

onEveryEngine('entry codes', (open, engine) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));

	it('are drawn with sixty random bits, and only a slow hash of those is kept', async () => {
		const drawn = await Promise.all([1, 2, 3, 4].map(() => drawEntryCode()));
		expect(new Set(drawn.map(({ printed }) => printed)).size).toBe(4);
		for (const { printed, selector, verifierHash } of drawn) {
			expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
			expect(printed.slice(0, 4)).toBe(selector);
			expect(verifierHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
			expect(verifierHash).not.toContain(printed.slice(5).replaceAll('-', ''));
		}
	});

	it('are right however they are typed, and again, for whoever owns them decides about spending', async () => {
		const code = await drawEntryCode();
		const { find } = rowsOf(code);
		for (const typed of [code.printed, ` ${code.printed.toLowerCase().replaceAll('-', ' ')} `])
			expect(await checkEntryCode(db, passingKeyring(), 'staff', typed, find, () => BEGAN)).toEqual({
				kind: 'right',
				row: { verifier_hash: code.verifierHash, selector: code.selector }
			});
	});

	it('answer alike when wrong, unknown and never a code; what cannot be one is not even looked for', async () => {
		const keyring = passingKeyring();
		const [code, unknown] = [await drawEntryCode(), await drawEntryCode()];
		const { find, asked } = rowsOf(code);
		const check = (typed: string) => checkEntryCode(db, keyring, 'staff', typed, find, () => BEGAN);
		expect(await check(wrongFor(code))).toEqual({ kind: 'no' });
		expect(await check(unknown.printed)).toEqual({ kind: 'no' });
		expect(asked).toEqual([code.selector, unknown.selector]);
		for (const never of ['', 'hello', code.printed.slice(0, 18), `${code.printed}0`, 'x'.repeat(100_000)])
			expect(await check(never)).toEqual({ kind: 'no' });
		expect(asked).toHaveLength(2);
	});

	it('wait after five wrong tries, known or not, the right one too, through two servers; then all is forgotten', async () => {
		const keyring = passingKeyring();
		const [code, unknown] = [await drawEntryCode(), await drawEntryCode()];
		const { find } = rowsOf(code);
		const handles = [db, another()];
		for (const tried of [code, unknown]) {
			let now = BEGAN;
			const check = (typed: string, server = 0) =>
				checkEntryCode(handles[server] ?? db, keyring, 'staff', typed, find, () => now);
			for (let tries = 0; tries < 5; tries += 1)
				expect(await check(wrongFor(tried), tries % 2)).toEqual({ kind: 'no' });
			now += 60_000;
			for (const server of [0, 1]) expect(await check(tried.printed, server)).toEqual({ kind: 'wait', seconds: 240 });
			now += 240_000;
			expect((await check(tried.printed)).kind).toBe(tried === code ? 'right' : 'no');
		}
		// Being right forgot the wrong ones: five more are free.
		for (let tries = 0; tries < 5; tries += 1)
			expect((await checkEntryCode(db, keyring, 'staff', wrongFor(code), find, () => BEGAN + 300_000)).kind).toBe('no');
		expect(JSON.stringify(await db.selectFrom('guess').selectAll().execute())).not.toContain(code.selector);
	});

	if (engine === 'SQLite')
		it('do not count a try that nobody had time to look at', async () => {
			const keyring = passingKeyring();
			const code = await drawEntryCode();
			const { find } = rowsOf(code);
			const check = () => checkEntryCode(db, keyring, 'young people', code.printed, find, () => BEGAN);
			const crowd = Array.from({ length: 400 }, () => isSecret('young people', null, 'somebody'));
			for (let tries = 0; tries < 8; tries += 1) expect(await check()).toEqual({ kind: 'busy' });
			// Who works here waits at another door.
			expect((await checkEntryCode(db, keyring, 'staff', code.printed, find, () => BEGAN)).kind).toBe('right');
			expect(new Set(await Promise.all(crowd))).toEqual(new Set([false]));
			expect((await check()).kind).toBe('right');
		});
});
