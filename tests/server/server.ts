/*
 * The built server as a child process on a port of its own: started, killed as a power cut would, started again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const READY_MS = 30_000;

export interface Server {
	origin: string;
	/** Kills it at once (SIGKILL); resolves when it is gone. */
	kill(): Promise<void>;
	/** Asks it to stop, and waits. */
	stop(): Promise<void>;
	/** Starts it again on the same port. */
	start(): Promise<void>;
	/** What it wrote to its error stream. */
	said(): string;
	/** What it wrote to its output: its log. */
	logged(): string;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

/** Waits until the address answers. @throws when the process ends first, with what it said. */
async function untilReady(origin: string, child: ChildProcess, said: () => string): Promise<void> {
	for (const began = Date.now(); Date.now() - began < READY_MS; await pause(50)) {
		if (child.exitCode !== null) throw new Error(`the server ended before it was ready:\n${said()}`);
		const answer = await fetch(`${origin}/health`).catch(() => null);
		if (answer?.ok) return;
	}
	throw new Error(`the server was not ready in ${READY_MS / 1000} s:\n${said()}`);
}

/** Starts the built server with these settings and waits until it answers. Browsers keep secure cookies for localhost. */
export async function startServer(
	settings: Record<string, string>,
	port?: number,
	host: '127.0.0.1' | 'localhost' = '127.0.0.1'
): Promise<Server> {
	const at = port ?? (await freePort());
	const origin = `http://${host}:${at}`;
	// The test runner asks for colours and for none; Node says so on the error stream, where only the server may speak.
	const noColours = { NO_COLOR: undefined, FORCE_COLOR: undefined };
	const env = { ...process.env, ...noColours, ...settings, ORIGIN: origin, HOST: '127.0.0.1', PORT: String(at) };
	let words = '';
	let log = '';
	let child: ChildProcess | undefined;
	const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill(signal);
		await gone;
	};
	const server: Server = {
		origin,
		kill: () => end('SIGKILL'),
		stop: () => end('SIGTERM'),
		async start() {
			child = spawn(process.execPath, ['src/cli/earshot.ts', 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
			child.stdout?.on('data', (bytes: Buffer) => (log = (log + bytes.toString()).slice(-100_000)));
			child.stderr?.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-8000)));
			await untilReady(origin, child, () => words);
		},
		said: () => words,
		logged: () => log
	};
	await server.start();
	return server;
}
