/*
 * Running one command of the test run: its output shown as it comes, ended when it takes far too long.
 */
import { spawn } from 'node:child_process';

const LONGEST_MS = 25 * 60_000;

export interface Ended {
	/** The exit code; 1 when it had to be ended. */
	code: number;
	seconds: number;
}

/** Runs a command to its end. Its whole process group is ended after twenty-five minutes, so that a run never hangs. */
export function runCommand(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
	const began = performance.now();
	const child = spawn(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
		detached: process.platform !== 'win32'
	});
	const clock = setTimeout(() => {
		console.log(`${command} took longer than ${LONGEST_MS / 60_000} minutes and was ended`);
		if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
	}, LONGEST_MS);
	return new Promise((resolve) => {
		const end = (code: number) => {
			clearTimeout(clock);
			resolve({ code, seconds: (performance.now() - began) / 1000 });
		};
		child.once('error', (fault) => {
			console.log(`${command} could not be started: ${fault.message}`);
			end(1);
		});
		child.once('exit', (code) => end(code ?? 1));
	});
}
