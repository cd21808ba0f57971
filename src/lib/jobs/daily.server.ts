/*
 * What the server does by itself: each hour it looks whether a day's work is due. Everything here may be repeated.
 * Leases for several servers come with the outbox; until then the operations themselves allow only one to win.
 */
import { Cron } from 'croner';
import { dayOf } from '#lib/calendar/day.ts';
import { forgetOldGuesses } from '#lib/auth/guesses.server.ts';
import { forgetOldSessions } from '#lib/auth/sessions.server.ts';
import { collectComments } from '#lib/comments/collecting.server.ts';
import { backUpDaily } from '#lib/database/backup.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { forgetOldImports } from '#lib/people/importing/drafts.server.ts';
import { notePace } from '#lib/waves/pace.server.ts';
import { canBeCounted } from '#lib/waves/wave-keys.server.ts';
import { dropDraftsBut } from '#lib/responses/drafts.server.ts';
import { destroyStrayKeys } from '#lib/waves/recovery.server.ts';
import { openWaves } from '#lib/waves/waves.server.ts';
import { noteTrouble, writeSurveyFaults } from './faults.server.ts';

let lastDay = '';

/** Does what is due on a day: collects comments, notes the pace, proves that each open box can be counted, forgets what is over. */
export async function doDailyWork(
	db: Database,
	keyring: Keyring,
	now: Date,
	backedUp: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
	const today = dayOf(now);
	const steps: [string, () => Promise<unknown>][] = [
		['collecting comments', () => collectComments(db, keyring, today)],
		['forgetting old guesses', () => forgetOldGuesses(db, now.getTime())],
		['forgetting old sessions', () => forgetOldSessions(db, now)],
		['forgetting old imports', () => forgetOldImports(db, now)],
		['backing up', backedUp]
	];
	const open = await openWaves(db);
	steps.push([
		'dropping old drafts',
		() =>
			dropDraftsBut(
				db,
				open.map(({ id }) => id)
			)
	]);
	steps.push(['destroying stray keys', () => destroyStrayKeys(db, keyring)]);
	for (const wave of open) {
		steps.push(['noting the pace', () => notePace(db, wave.id, today)]);
		steps.push([
			'proving that the box can be counted',
			async () => {
				if (!(await canBeCounted(keyring, wave.id, wave.testSeal))) throw new Error('the wave key is lost');
			}
		]);
	}
	for (const [what, work] of steps) {
		try {
			await work();
		} catch (fault) {
			noteTrouble(what, fault);
		}
	}
	if (lastDay !== '' && lastDay !== today) writeSurveyFaults(lastDay);
	lastDay = today;
}

interface Served {
	db: Database;
	keyring: Keyring;
	configuration: Configuration;
}

/** Starts the hourly look; the first one at once. */
export function startDailyWork({ db, keyring, configuration }: Served): void {
	const { databaseUrl, backups } = configuration;
	const look = () => {
		const now = new Date();
		const backedUp = () => backUpDaily(db, databaseUrl, backups, now);
		return doDailyWork(db, keyring, now, backedUp).catch((fault: unknown) => noteTrouble('daily work', fault));
	};
	new Cron('7 * * * *', look);
	void look();
}
