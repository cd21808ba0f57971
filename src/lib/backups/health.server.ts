/*
 * Whether a lost disk would be a lost day and no more: how old the last good backup is, and whether the next can be written.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { momentInWords } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { lastGood } from './backups.server.ts';
import { mirrorHealth } from './mirror/health.server.ts';

const HOUR_MS = 3_600_000;
/** One is made a day: two hours late, somebody should look; when two are missing, more than the promised day is at risk. */
const LATE_HOURS = 26;
const LOST_HOURS = 50;

function ageHealth(what: string, at: string | null, now: Date, next: string): Health {
	if (at === null) return { what, state: 'wrong', words: `There is none yet. ${next}` };
	const hours = Math.floor((now.getTime() - Date.parse(at)) / HOUR_MS);
	const ago = hours < 1 ? 'less than an hour' : hours === 1 ? 'an hour' : `${hours} hours`;
	const made = `It is of ${momentInWords(new Date(at))}, ${ago} ago.`;
	if (hours < -1)
		return {
			what,
			state: 'wrong',
			words: `It is of ${momentInWords(new Date(at))}: the clock of this machine is wrong.`
		};
	if (hours >= LOST_HOURS) return { what, state: 'wrong', words: `${made} ${next}` };
	if (hours >= LATE_HOURS) return { what, state: 'warning', words: `${made} ${next}` };
	return { what, state: 'good', words: made };
}

function folderHealth(folder: string): Health {
	const what = 'Folder of backups';
	// One that is not there yet is made in the nearest folder that is.
	let nearest = folder;
	while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
	try {
		accessSync(nearest, constants.W_OK | constants.X_OK);
		if (!statSync(nearest).isDirectory()) throw new Error('a file');
		return { what, state: 'good', words: `${folder} can be written.` };
	} catch {
		return {
			what,
			state: 'wrong',
			words: `Nothing can be written to ${folder}. Check EARSHOT_BACKUPS and who owns it.`
		};
	}
}

/** The last good backup, of the folder and of the operator's command, and where the next one goes. */
export async function backupsHealth(
	db: Database,
	configuration: Pick<Configuration, 'backups' | 'backupCommand' | 'keyring' | 'ledger' | 'copy'>,
	now: Date
): Promise<Health[]> {
	const { backups, backupCommand } = configuration;
	const last = await lastGood(db);
	const next = 'Run “earshot backup”: it says what is in its way. The server makes one a day while it runs.';
	const command = 'Your command did not take one. Run “earshot backup”: it says how the command ended.';
	return [
		ageHealth('Last good backup', last.folder, now, next),
		...(backupCommand ? [ageHealth('Last backup that your command took', last.command, now, command)] : []),
		folderHealth(backups),
		...mirrorHealth(configuration, now)
	];
}
