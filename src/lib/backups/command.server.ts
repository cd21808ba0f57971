/*
 * Handing a backup to a command of the operator's: the encrypted file on its standard input, its name in the environment,
 * none of our secrets there. Anything but exit code 0 after the last byte is a failure.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const PATIENCE_MS = 30 * 60_000;

export type HandedOver = { kind: 'taken' } | { kind: 'failed'; because: string };

/** The environment without what is ours: a command that sends a file elsewhere needs no key of the council's. */
function bareEnvironment(name: string): NodeJS.ProcessEnv {
	const rest = Object.entries(process.env).filter(([key]) => !/^(EARSHOT_|DATABASE_URL$|PGPASSWORD$)/.test(key));
	return { ...Object.fromEntries(rest), EARSHOT_BACKUP_NAME: name };
}

/** Runs the command through the shell and waits for its end, half an hour at most. */
export async function handOver(command: string, path: string, name: string): Promise<HandedOver> {
	const child = spawn('/bin/sh', ['-c', command], {
		env: bareEnvironment(name),
		stdio: ['pipe', 'ignore', 'pipe'],
		timeout: PATIENCE_MS
	});
	let words = '';
	child.stderr.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-500)));
	const ended = once(child, 'close') as Promise<[number | null]>;
	const sent = await pipeline(createReadStream(path), child.stdin).then(
		() => true,
		() => false
	);
	const [code] = await ended;
	const last = words.trim().split('\n').at(-1) ?? '';
	if (code === null) return { kind: 'failed', because: 'The command was ended before it had finished.' };
	if (code !== 0) return { kind: 'failed', because: `The command ended with ${code}${last ? `: ${last}` : '.'}` };
	return sent
		? { kind: 'taken' }
		: { kind: 'failed', because: 'The command ended before it had taken the whole file.' };
}
