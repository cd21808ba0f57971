import { beforeAll, expect, it } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Code } from '#lib/secrets/code.ts';
import { guessLimit } from '#lib/auth/guesses.server.ts';
import { destroyWaveKeys } from '#lib/waves/wave-keys.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { openWaveOf, passingFolder, passingKeyring, send } from '../../../tests/open-wave.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { atWork, JOBS } from './list.server.ts';
import { doAllJobs } from './working.server.ts';

/** What this file is about; the other jobs are tested with their modules. */
const ABOUT = [
	'collecting comments',
	'forgetting old guesses',
	'forgetting old sessions',
	'noting the pace',
	'dropping old drafts',
	'proving that each box can be counted'
];

onEveryEngine('the daily work', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	const doAll = (keyring: Keyring, now: Date) => {
		const jobs = JOBS.filter(({ name }) => ABOUT.includes(name));
		expect(jobs).toHaveLength(ABOUT.length);
		// None of these asks for a setting.
		return doAllJobs(
			atWork({ db, keyring, ledger: openLedger(passingFolder(), keyring), configuration: {} as Configuration }, now),
			jobs
		);
	};
	const count = async (table: 'comment' | 'comment_piece' | 'wave_pace' | 'guess' | 'intake_day') =>
		(await db.selectFrom(table).selectAll().execute()).length;

	it('does what is due, and nothing more when it is repeated', async () => {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 2);
		await send(db, keyring, { wave, code: codes[0] as Code, today: '2027-03-01' }, {}, { w1: 'Hello' });
		const long = new Date('2027-03-01T12:00:00Z').getTime();
		await guessLimit(db, keyring, { points: 1, seconds: 60 }, () => long).tryOnce('old');
		const now = new Date('2027-03-02T06:07:00Z');
		await guessLimit(db, keyring, { points: 1, seconds: 60 }, () => now.getTime()).tryOnce('fresh');
		const session = (token_hash: string, seen_at: string) => ({
			token_hash,
			holder_kind: 'staff',
			holder_id: 'p',
			created_at: '2027-03-02T05:00:00.000Z',
			seen_at,
			proven_at: '2027-03-02T05:00:00.000Z',
			means: 'passkey',
			device: 'a browser',
			expires_at: '2027-03-02T13:00:00.000Z'
		});
		const sessions = [session('over', '2027-03-02T05:50:00.000Z'), session('not yet', '2027-03-02T06:00:00.000Z')];
		await db.insertInto('session').values(sessions).execute();
		for (let hour = 0; hour < 3; hour += 1) {
			expect(await doAll(keyring, now)).toEqual([]);
			expect([await count('comment'), await count('comment_piece')]).toEqual([1, 0]);
			expect([await count('wave_pace'), await count('guess')]).toEqual([1, 1]);
			const left = await db.selectFrom('session').select('token_hash').execute();
			expect(left).toEqual([{ token_hash: 'not yet' }]);
		}
		await db.updateTable('wave').set({ status: 'closed' }).where('id', '=', wave.id).execute();
	});

	it('goes on with the rest when one piece of it fails, and throws nothing', async () => {
		for (const table of ['wave_pace', 'guess'] as const) await db.deleteFrom(table).execute();
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 1);
		await send(db, keyring, { wave, code: codes[0] as Code, today: '2027-03-03' }, {}, { w1: 'Lost' });
		for (const name of keyring.list('intake')) keyring.destroy(name);
		destroyWaveKeys(keyring, wave.id);
		await guessLimit(db, keyring, { points: 1, seconds: 60 }, () => 1000).tryOnce('old');
		const failed = await doAll(keyring, new Date('2027-03-04T06:07:00Z'));
		expect(failed).toEqual(['collecting comments', 'proving that each box can be counted']);
		expect(await count('guess')).toBe(0);
		expect(await count('wave_pace')).toBe(1);
		expect(await count('comment_piece')).toBe(7);
	});
});
