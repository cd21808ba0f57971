/*
 * Work that is done once at its time, whatever the number of servers: a row a job, claimed for a while by one of them. A
 * lease that ran out is taken over; whoever lost theirs cannot write the end over the new holder's.
 */
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { noteTrouble } from './faults.server.ts';
import { nextTime, retryTime, type Job } from './job.ts';

const MINUTE_MS = 60_000;

/** A job that is one server's for now. */
export interface Claim {
	name: string;
	/** Which beginning this is: no other, of the same server either, has the same. */
	holder: string;
	attempts: number;
}

export interface Ran {
	name: string;
	/** 'lost' when the lease ran out before the end, and somebody else has it. */
	outcome: 'done' | 'failed' | 'lost';
}

const until = (job: Pick<Job<never>, 'leaseMinutes'>, now: Date) =>
	new Date(now.getTime() + job.leaseMinutes * MINUTE_MS).toISOString();

/** A row for each job that has none yet: due at once. */
async function addMissing(db: Database, names: readonly string[], now: Date): Promise<void> {
	const rows = await db.selectFrom('job').select('name').where('name', 'in', names).execute();
	const known = new Set(rows.map(({ name }) => name));
	for (const name of names.filter((one) => !known.has(one))) {
		await db
			.insertInto('job')
			.values({ name, due_at: now.toISOString(), attempts: 0 })
			.onConflict((conflict) => conflict.column('name').doNothing())
			.execute();
	}
}

/** Takes a job that is due and nobody's; null when it is not, or somebody was quicker. */
export function claimJob(
	db: Database,
	job: Pick<Job<never>, 'name' | 'leaseMinutes'>,
	server: string,
	now: Date
): Promise<Claim | null> {
	const at = now.toISOString();
	const holder = `${server} ${randomId()}`;
	return inTransaction(db, async (writing) => {
		const query = writing
			.selectFrom('job')
			.select('attempts')
			.where('name', '=', job.name)
			.where('due_at', '<=', at)
			.where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<=', at)]));
		const row = await exclusiveLock(query, writing).executeTakeFirst();
		if (!row) return null;
		const attempts = row.attempts + 1;
		await writing
			.updateTable('job')
			.set({ leased_by: holder, leased_until: until(job, now), attempts, began_at: at })
			.where('name', '=', job.name)
			.execute();
		return { name: job.name, holder, attempts };
	});
}

/** Keeps a job for as long again; false when it is somebody else's by now. */
export async function renewLease(
	db: Database,
	claim: Claim,
	job: Pick<Job<never>, 'leaseMinutes'>,
	now: Date
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('job')
		.set({ leased_until: until(job, now) })
		.where('name', '=', claim.name)
		.where('leased_by', '=', claim.holder)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Writes how it ended and when it is due again; false when it is somebody else's by now, and nothing was written. */
export async function endJob(
	db: Database,
	claim: Claim,
	job: Pick<Job<never>, 'pattern'>,
	outcome: 'done' | 'failed',
	now: Date
): Promise<boolean> {
	const { attempts } = claim;
	const again =
		outcome === 'done'
			? { due_at: nextTime(job.pattern, now).toISOString(), attempts: 0 }
			: { due_at: retryTime(job.pattern, attempts, now).toISOString(), attempts };
	const { numUpdatedRows } = await db
		.updateTable('job')
		.set({ ...again, outcome, ended_at: now.toISOString(), leased_by: null, leased_until: null })
		.where('name', '=', claim.name)
		.where('leased_by', '=', claim.holder)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

async function runClaimed<T>(db: Database, job: Job<T>, claim: Claim, at: T, clock: () => Date): Promise<Ran> {
	const renew = () => {
		renewLease(db, claim, job, clock()).catch((fault: unknown) => noteTrouble(`keeping: ${job.name}`, fault));
	};
	const renewing = setInterval(renew, (job.leaseMinutes * MINUTE_MS) / 3).unref();
	let outcome: 'done' | 'failed' = 'done';
	try {
		await job.run(at);
	} catch (fault) {
		outcome = 'failed';
		noteTrouble(job.name, fault);
	} finally {
		clearInterval(renewing);
	}
	const ended = await endJob(db, claim, job, outcome, clock());
	return { name: job.name, outcome: ended ? outcome : 'lost' };
}

/**
 * Does every job that is due and nobody's, side by side: a slow one holds up no other. Resolves when all of them ended.
 * @param server names this process, for whoever looks into the table.
 * @param at what a job is given, for the instant it begins.
 */
export async function runDueJobs<T>(
	db: Database,
	jobs: readonly Job<T>[],
	server: string,
	at: (now: Date) => T,
	clock: () => Date
): Promise<Ran[]> {
	const names = jobs.map(({ name }) => name);
	await addMissing(db, names, clock());
	const rows = await db
		.selectFrom('job')
		.select('name')
		.where('name', 'in', names)
		.where('due_at', '<=', clock().toISOString())
		.execute();
	const due = new Set(rows.map(({ name }) => name));
	const running: Promise<Ran>[] = [];
	for (const job of jobs.filter(({ name }) => due.has(name))) {
		const now = clock();
		const claim = await claimJob(db, job, server, now);
		if (claim) running.push(runClaimed(db, job, claim, at(now), clock));
	}
	return Promise.all(running);
}
