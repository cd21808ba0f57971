/*
 * Building and starting the bare SvelteKit app that ours is measured against: one form action that writes one row with
 * the same durability, one page with a session and one join.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../server/server.ts';

const FOLDER = 'tests/bench/bare';
const DATABASE = 'tests/output/bare.db';

export interface BareServer {
	origin: string;
	stop(): Promise<void>;
}

/** Builds the bare app into tests/output. */
export function buildBare(): void {
	const built = spawnSync('vite', ['build', '--logLevel', 'error'], {
		cwd: FOLDER,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (built.status !== 0) throw new Error('the bare app did not build');
}

/** Starts it with an empty database and waits until it answers. */
export async function startBare(): Promise<BareServer> {
	for (const rest of ['', '-wal', '-shm']) rmSync(DATABASE + rest, { force: true });
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const env = { ...process.env, ORIGIN: origin, PORT: String(port), BARE_DATABASE: DATABASE };
	const child = spawn(process.execPath, [`${FOLDER}/listen.js`], { env, stdio: 'inherit' });
	for (let tries = 0; tries < 200; tries += 1) {
		const answer = await fetch(origin).catch(() => null);
		if (answer?.ok) break;
		await pause(50);
	}
	return {
		origin,
		async stop() {
			const gone = once(child, 'exit');
			child.kill('SIGKILL');
			await gone;
		}
	};
}
