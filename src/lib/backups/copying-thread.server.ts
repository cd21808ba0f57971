/*
 * The work on a SQLite file that would hold the server up: copying, checking and measuring it, in a thread of its own.
 * Started by sqlite.server.ts and by nobody else; it answers once and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import { versionOf } from '#lib/secrets/records.server.ts';
import { LEFT_OUT, measuring, type Measured } from './manifest.ts';

export type ThreadWork = { copy: string; to: string } | { check: string };

/** VACUUM INTO reads one moment while others write; what is left out is overwritten in the copy, not only let go. */
function copyFile(from: string, to: string): void {
	const source = new SQLite(from, { readonly: true });
	source.pragma('busy_timeout = 15000');
	source.prepare('vacuum into ?').run(to);
	source.close();
	const copy = new SQLite(to);
	// No log of what is taken out of a copy that is thrown away if anything goes wrong.
	copy.pragma('journal_mode = OFF');
	copy.pragma('secure_delete = ON');
	copy.pragma('foreign_keys = OFF');
	for (const table of LEFT_OUT) copy.exec(`delete from ${table}`);
	copy.close();
}

function measuredOf(path: string): Measured {
	const file = new SQLite(path, { readonly: true });
	try {
		const verdict = file.pragma('integrity_check', { simple: true });
		if (verdict !== 'ok') throw new Error('the copy does not pass SQLite’s integrity check');
		const tables = file
			.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`)
			.pluck()
			.all() as string[];
		const measures = measuring((sealed) => versionOf(sealed)?.version ?? null);
		for (const table of tables) {
			const take = measures.table(table);
			for (const row of file.prepare(`select * from "${table}"`).iterate()) take(row as Record<string, unknown>);
		}
		return measures.measured();
	} finally {
		file.close();
	}
}

const work = workerData as ThreadWork;
if ('copy' in work) copyFile(work.copy, work.to);
parentPort?.postMessage(measuredOf('copy' in work ? work.to : work.check));
