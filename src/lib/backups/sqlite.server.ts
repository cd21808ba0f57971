/*
 * A SQLite database as a file to back up and to put in place. What is slow runs in copying-thread.server.ts, so that the
 * server goes on answering; encryption is in sealing.server.ts.
 */
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import type { ThreadWork } from './copying-thread.server.ts';
import type { Measured } from './manifest.ts';
import { CannotRestore } from './refusal.ts';

/** Found from the working directory, as the migrations are: the built server carries its sources beside it. */
const THREAD = resolve(process.cwd(), 'src/lib/backups/copying-thread.server.ts');

function inThread(work: ThreadWork): Promise<Measured> {
	return new Promise((done, failed) => {
		const thread = new Worker(THREAD, { workerData: work, execArgv: [] });
		thread.once('message', done);
		thread.once('error', failed);
		thread.once('exit', (code) => failed(new Error(`the copying thread ended with ${code}`)));
	});
}

/** Copies a database that others write to, without what is left out, and checks and measures the copy. */
export const copySqlite = (from: string, to: string): Promise<Measured> => inThread({ copy: from, to });

/** Checks and measures a file. @throws when it is no whole SQLite database. */
export const measureSqlite = (path: string): Promise<Measured> => inThread({ check: path });

/** Folds the log into the file, so that nothing acknowledged is left behind. @throws when somebody still has it open. */
export function makeWhole(path: string): void {
	if (!existsSync(path)) return;
	const file = new SQLite(path);
	try {
		// Leaving write-ahead logging needs the file for oneself alone, and takes the log with it.
		file.pragma('journal_mode = DELETE');
	} catch (fault) {
		const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
		throw code.startsWith('SQLITE_BUSY') ? new CannotRestore('database in use') : fault;
	} finally {
		file.close();
	}
}

/** Has the names in a folder on the disk too. */
export function syncFolderOf(path: string): void {
	const handle = openSync(dirname(path), 'r');
	fsyncSync(handle);
	closeSync(handle);
}
