/*
 * Jobs and notices with two processes on one database, as seen by the servers that get them. The longer one, with many more
 * kills, is in the drill.
 */
import { describe, expect, it } from 'vitest';
import { noticesHold } from './notices/run.ts';
import { postgresAnswers } from './server/postgres.ts';

const engines: ('SQLite' | 'PostgreSQL')[] = ['SQLite'];
if (await postgresAnswers()) engines.push('PostgreSQL');

describe.each(engines)('two senders on one database (%s)', (engine) => {
	it('do each job once and deliver each notice once', async () => {
		const checks = await noticesHold({ engine, notices: 60, kills: 0, speed: 20 });
		expect(checks.filter(({ passed }) => !passed)).toEqual([]);
	}, 320_000);

	it('lose none when they are killed at random moments', async () => {
		const checks = await noticesHold({ engine, notices: 120, kills: 6, speed: 30 });
		expect(checks.filter(({ passed }) => !passed)).toEqual([]);
	}, 320_000);
});
