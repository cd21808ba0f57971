/*
 * A process of its own that does jobs and sends notices as a server does, with a clock that runs faster, so that leases of
 * minutes run out in seconds. Killed by whoever started it.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '#lib/database/handle.server.ts';
import type { Job } from '#lib/jobs/job.ts';
import { runDueJobs } from '#lib/jobs/leases.server.ts';
import { channelsFrom } from '#lib/notices/channels/channels.server.ts';
import { sendDue } from '#lib/notices/sending/sending.server.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';

/** What it is told, as JSON in its one argument. */
export interface Told {
	databaseUrl: string;
	keyring: string;
	masterKey: string;
	channels: Configuration['channels'];
	/** Real milliseconds at which the clock began, and how many times as fast it runs. */
	began: number;
	speed: number;
	/** Each run of a job is a line here. */
	journal: string;
	/** The names of the jobs that do nothing but write that line. */
	jobs: readonly string[];
}

/** Every twenty seconds of its clock. */
export const TICK_MS = 20_000;
const PATTERN = '*/20 * * * * *';

async function work(told: Told): Promise<never> {
	const { began, speed } = told;
	const clock = () => new Date(began + (Date.now() - began) * speed);
	const db = openDatabase(told.databaseUrl);
	const keyring = openKeyring(told.keyring, Buffer.from(told.masterKey, 'base64'));
	const channels = channelsFrom({ channels: told.channels, origin: 'https://earshot.example' });
	const own = { origin: 'https://earshot.example', who: `${process.pid}`, clock, chance: Math.random };
	const journalled = told.jobs.map((name): Job<Date> => ({
		name,
		pattern: PATTERN,
		leaseMinutes: 5,
		run: (at) => Promise.resolve(appendFileSync(told.journal, `${name}\t${at.getTime()}\t${process.pid}\n`))
	}));
	const sending: Job<Date> = {
		name: 'sending notices',
		pattern: '*/5 * * * * *',
		leaseMinutes: 1,
		run: () => sendDue({ db, keyring, channels, ...own })
	};
	for (;;) {
		// Not waited for: as in the server, a long round holds up no other.
		runDueJobs(db, [sending, ...journalled], `${process.pid}`, (at) => at, clock).catch((fault: unknown) => {
			console.error(fault);
			process.exit(1);
		});
		await pause(25);
	}
}

if (import.meta.main) await work(JSON.parse(process.argv[2] ?? '') as Told);
