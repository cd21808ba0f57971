/*
 * How the keyring lies on the disk: for its owner only, apart from the database, without what a killed process left.
 * What its keys are good for is records.server.ts.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Health } from '#lib/settings/health.ts';
import { LOCK, UNFINISHED } from '../key-files.server.ts';

const OTHERS = 0o077;
const MOST_NAMED = 3;

interface Seen {
	/** Relative to the keyring. */
	name: string;
	open: boolean;
	left: boolean;
}

function everythingIn(folder: string): Seen[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return ['', ...names].flatMap((name) => {
		const stat = statSync(join(folder, name), { throwIfNoEntry: false });
		if (!stat) return [];
		const left = stat.isFile() && (name.endsWith(UNFINISHED) || name.endsWith(LOCK));
		return [{ name: name || '(the folder itself)', open: (stat.mode & OTHERS) !== 0, left }];
	});
}

/** A few names, and how many more there are. */
export function someOf(names: readonly string[]): string {
	const more = names.length - MOST_NAMED;
	return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Findings about a keyring's folder; `database` is the SQLite file, null for another engine. */
export function folderHealth(folder: string, database: string | null): Health[] {
	const what = 'Keyring on the disk';
	if (!existsSync(folder))
		return [{ what, state: 'wrong', words: `There is no folder ${folder}. Check EARSHOT_KEYRING.` }];
	const seen = everythingIn(folder);
	// Windows keeps its rights elsewhere.
	const open = process.platform === 'win32' ? [] : seen.filter((one) => one.open).map(({ name }) => name);
	const left = seen.filter((one) => one.left).map(({ name }) => name);
	const found: Health[] = [
		open.length === 0
			? { what: 'Who may read the keyring', state: 'good', words: 'Its folders and files are for their owner only.' }
			: {
					what: 'Who may read the keyring',
					state: 'wrong',
					words: `Other users of this machine can reach: ${someOf(open)}. Run: chmod -R go= ${folder}`
				}
	];
	if (left.length > 0)
		found.push({
			what: 'Files that were left unfinished',
			state: 'warning',
			words: `A process was killed while it wrote a key: ${someOf(left)}. They can be deleted while nothing else runs.`
		});
	if (database !== null) found.push(apartFrom(database, folder));
	return found;
}

function apartFrom(database: string, folder: string): Health {
	const what = 'Keyring and database apart';
	const place = existsSync(database) ? database : dirname(database);
	const same = existsSync(place) && statSync(place).dev === statSync(folder).dev;
	return same
		? {
				what,
				state: 'warning',
				words: 'They lie on the same disk: whoever takes one takes both. Put EARSHOT_KEYRING on another volume.'
			}
		: { what, state: 'good', words: 'They lie on different disks.' };
}
