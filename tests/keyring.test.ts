/*
 * Two servers that start at the same moment on one keyring must hold the same keys.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const KEYS = 150;
const module = pathToFileURL(resolve('src/lib/secrets/keyring.server.ts')).href;

/** Draws keys in a process of its own, from the same moment on; prints them. */
function drawing(folder: string, from: number): Promise<string> {
	const program = `
		const { openKeyring } = await import(${JSON.stringify(module)});
		const keyring = openKeyring(${JSON.stringify(folder)}, Buffer.alloc(32, 1));
		while (Date.now() < ${from});
		for (let n = 0; n < ${KEYS}; n += 1) console.log(keyring.getOrDraw('cookie/key-' + n).toString('hex'));`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
	return new Promise((done) => child.once('exit', () => done(said)));
}

it('two processes that draw the same keys at the same moment end with the same keys', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-keyring-'));
	const from = Date.now() + 1000;
	const [one, other] = await Promise.all([drawing(folder, from), drawing(folder, from)]);
	rmSync(folder, { recursive: true });
	expect(one.trim().split('\n')).toHaveLength(KEYS);
	expect(other).toBe(one);
});
