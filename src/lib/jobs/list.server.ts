/*
 * Everything that the server does by itself, at its times: one entry a job, each a call of its own module's operation.
 * Running them is leases.server.ts.
 */
import { anchorRecord } from '#lib/audit/anchors.server.ts';
import { checkRecord } from '#lib/audit/checks.server.ts';
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { forgetOldGuesses } from '#lib/auth/guesses.server.ts';
import { forgetOldSessions } from '#lib/auth/sessions.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { escalateLate } from '#lib/concerns/going-up/escalations.server.ts';
import { collectComments } from '#lib/comments/collecting.server.ts';
import { backUpDaily } from '#lib/backups/backups.server.ts';
import { mirror } from '#lib/backups/mirror/mirroring.server.ts';
import { oldestKept } from '#lib/backups/writing.server.ts';
import { replayErasures } from '#lib/data-rights/erasures.server.ts';
import { remindOfRequests } from '#lib/data-rights/told.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { sendNotices } from '#lib/notices/sending/sending.server.ts';
import { forgetOldImports } from '#lib/people/importing/drafts.server.ts';
import { dropDraftsBut } from '#lib/responses/drafts.server.ts';
import { retentionRun } from '#lib/retention/runs.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { destroyOldKeys } from '#lib/secrets/rotation/old-keys.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { notePace } from '#lib/waves/pace.server.ts';
import { destroyStrayKeys } from '#lib/waves/recovery.server.ts';
import { canBeCounted } from '#lib/waves/wave-keys.server.ts';
import { openWaves } from '#lib/waves/waves.server.ts';
import type { Job } from './job.ts';

/** What the server holds open while it works. */
export interface ServerAtWork {
	db: Database;
	keyring: Keyring;
	ledger: Ledger;
	configuration: Configuration;
}

/** What every job is given. */
export interface AtWork extends ServerAtWork {
	now: Date;
}

/** What the server gives to a job that begins now. */
export function atWork({ db, keyring, ledger, configuration }: ServerAtWork, now: Date): AtWork {
	return { db, keyring, ledger, configuration, now };
}

const EVERY_TEN_MINUTES = '*/10 * * * *';
const HOURLY = '7 * * * *';
const EACH_MINUTE = '* * * * *';

export const JOBS: readonly Job<AtWork>[] = [
	{
		name: 'escalating what is late',
		pattern: EVERY_TEN_MINUTES,
		leaseMinutes: 5,
		run: ({ db, now }) => escalateLate(db, now)
	},
	{
		name: 'sending notices',
		pattern: EACH_MINUTE,
		leaseMinutes: 5,
		run: ({ db, keyring, configuration, now }) => sendNotices(db, keyring, configuration, now)
	},
	{
		name: 'anchoring the record',
		pattern: HOURLY,
		leaseMinutes: 5,
		run: ({ db, ledger, now }) => anchorRecord(db, ledger, now)
	},
	{
		name: 'checking the record',
		pattern: '10 6 * * *',
		leaseMinutes: 30,
		run: ({ db, ledger, now }) => checkRecord(db, ledger, now)
	},
	{
		name: 'collecting comments',
		pattern: HOURLY,
		leaseMinutes: 10,
		run: ({ db, keyring, now }) => collectComments(db, keyring, dayOf(now))
	},
	{
		name: 'forgetting old guesses',
		pattern: HOURLY,
		leaseMinutes: 5,
		run: ({ db, now }) => forgetOldGuesses(db, now.getTime())
	},
	{
		name: 'forgetting old sessions',
		pattern: HOURLY,
		leaseMinutes: 5,
		run: ({ db, now }) => forgetOldSessions(db, now)
	},
	{
		name: 'forgetting old imports',
		pattern: HOURLY,
		leaseMinutes: 5,
		run: ({ db, now }) => forgetOldImports(db, now)
	},
	{
		name: 'copying keys and ledger',
		pattern: EVERY_TEN_MINUTES,
		leaseMinutes: 10,
		run: ({ now, ...server }) => mirror(server, now)
	},
	{
		name: 'backing up',
		pattern: HOURLY,
		leaseMinutes: 60,
		run: ({ now, ...server }) => backUpDaily(server, now)
	},
	{
		name: 'dropping old drafts',
		pattern: HOURLY,
		leaseMinutes: 10,
		run: async ({ db }) => {
			const open = await openWaves(db);
			return dropDraftsBut(
				db,
				open.map(({ id }) => id)
			);
		}
	},
	{
		name: 'destroying stray keys',
		pattern: HOURLY,
		leaseMinutes: 5,
		run: ({ db, keyring }) => destroyStrayKeys(db, keyring)
	},
	{
		name: 'destroying old keys',
		pattern: '23 3 * * *',
		leaseMinutes: 60,
		run: async ({ db, keyring, configuration, now }) => {
			const kept = { oldestKept: oldestKept(configuration.backups) };
			const { kind } = await destroyOldKeys(db, keyring, 'council', THE_SERVER, now, kept);
			// Waiting is as it should be; a record that opens with no key needs somebody.
			if (kind === 'left behind') throw new Error('records do not open: run "earshot keys rotate" to see which');
		}
	},
	{
		name: 'noting the pace',
		pattern: HOURLY,
		leaseMinutes: 10,
		run: async ({ db, now }) => {
			for (const wave of await openWaves(db)) await notePace(db, wave.id, dayOf(now));
		}
	},
	{
		name: 'proving that each box can be counted',
		pattern: HOURLY,
		leaseMinutes: 10,
		run: async ({ db, keyring }) => {
			for (const wave of await openWaves(db)) {
				if (!(await canBeCounted(keyring, wave.id, wave.testSeal))) throw new Error('the wave key is lost');
			}
		}
	},
	{
		name: 'finishing erasures',
		pattern: HOURLY,
		leaseMinutes: 10,
		run: ({ db, keyring, ledger, now }) => replayErasures(db, keyring, ledger, now)
	},
	{
		name: 'letting go of what is over its time',
		pattern: '37 3 * * *',
		leaseMinutes: 60,
		run: ({ db, keyring, ledger, now }) => retentionRun(db, keyring, ledger, now, { dryRun: false })
	},
	{
		name: 'reminding of requests about data',
		pattern: '7 7 * * *',
		leaseMinutes: 5,
		run: ({ db, now }) => remindOfRequests(db, now)
	}
];
