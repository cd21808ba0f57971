/*
 * Passing copies: what must lie readable on the disk for a moment, and what is only half written. For their owner alone,
 * and cleared away after a crash by whoever comes next.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PASSING = /\.passing-(\d+)-\d+(?:-journal|-wal|-shm)?$/;
const ours = new Set<string>();
let made = 0;

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (fault) {
		return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
	}
}

/** Removes the passing copies of processes that are gone. */
export function clearPassing(folder: string): void {
	if (!existsSync(folder)) return;
	for (const file of readdirSync(folder)) {
		const pid = Number(PASSING.exec(file)?.[1] ?? 0);
		const isInUse = pid === process.pid ? [...ours].some((one) => file.startsWith(one)) : isAlive(pid);
		if (pid > 0 && !isInUse) rmSync(join(folder, file), { force: true });
	}
}

/** Gives `work` a path beside the one named; whatever lies there afterwards is removed. */
export async function withPassing<T>(beside: string, work: (path: string) => Promise<T>): Promise<T> {
	const folder = dirname(beside);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	clearPassing(folder);
	made += 1;
	const path = `${beside}.passing-${process.pid}-${made}`;
	const name = basename(path);
	ours.add(name);
	try {
		return await work(path);
	} finally {
		for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(path + rest, { force: true });
		ours.delete(name);
	}
}
