/*
 * The server at work: it looks every few seconds what is due and does it, until it is told to stop. What there is to do is
 * in list.server.ts, that nobody else does it meanwhile in leases.server.ts.
 */
import { hostname } from 'node:os';
import { Cron } from 'croner';
import { dayOf } from '#lib/calendar/day.ts';
import { finishBeforeTheEnd } from './ending.server.ts';
import { noteTrouble, writeSurveyFaults } from './faults.server.ts';
import type { Job } from './job.ts';
import { runDueJobs } from './leases.server.ts';
import { atWork, JOBS, type AtWork, type ServerAtWork } from './list.server.ts';

const LOOKING = '*/15 * * * * *';

/** Looks at once and then four times a minute. Returns what stops it: resolves when everything begun has ended. */
export function startWorking(server: ServerAtWork, clock: () => Date = () => new Date()): () => Promise<void> {
	const name = `${hostname()} ${process.pid}`;
	const underWay = new Set<Promise<unknown>>();
	let lastDay = dayOf(clock());
	const look = () => {
		const today = dayOf(clock());
		if (lastDay !== today) writeSurveyFaults(lastDay);
		lastDay = today;
		const round = runDueJobs(server.db, JOBS, name, (now) => atWork(server, now), clock)
			.catch((fault: unknown) => noteTrouble('looking for work', fault))
			.finally(() => underWay.delete(round));
		underWay.add(round);
	};
	const looking = new Cron(LOOKING, { unref: true }, look);
	look();
	const stop = async () => {
		looking.stop();
		await Promise.all(underWay);
	};
	finishBeforeTheEnd(stop);
	return stop;
}

/**
 * Does everything once, one after the other, whether it is due or not; what fails is noted, and the rest goes on. For the
 * demonstration and tests: it asks for no lease.
 * @returns the names of what failed.
 */
export async function doAllJobs(at: AtWork, jobs: readonly Job<AtWork>[] = JOBS): Promise<string[]> {
	const failed: string[] = [];
	for (const job of jobs) {
		try {
			await job.run(at);
		} catch (fault) {
			noteTrouble(job.name, fault);
			failed.push(job.name);
		}
	}
	return failed;
}
