/*
 * How the jobs stand: for `earshot doctor` and for administrators. What a job says of itself is its outcome; whether
 * anybody does the work at all shows in what is overdue.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Health } from '#lib/settings/health.ts';
import { periodOf, type Job } from './job.ts';
import { JOBS } from './list.server.ts';

/** A job as it stands, for a page or the command line. */
export interface JobStanding {
	name: string;
	began: Date | null;
	ended: Date | null;
	due: Date | null;
	outcome: 'done' | 'failed' | null;
	/** Whether somebody is at it now. */
	running: boolean;
	attempts: number;
}

const LEAST_PATIENCE_MS = 5 * 60_000;
const FAILED_TOO_OFTEN = 3;

const moment = (iso: string | null) => (iso === null ? null : new Date(iso));

/** Every job of the list; one that was never looked at has no times. */
export async function jobsAsTheyStand(
	db: Database,
	now: Date,
	jobs: readonly Pick<Job<never>, 'name'>[] = JOBS
): Promise<JobStanding[]> {
	const rows = await db.selectFrom('job').selectAll().execute();
	const byName = new Map(rows.map((row) => [row.name, row]));
	return jobs.map(({ name }) => {
		const row = byName.get(name);
		return {
			name,
			began: moment(row?.began_at ?? null),
			ended: moment(row?.ended_at ?? null),
			due: moment(row?.due_at ?? null),
			outcome: (row?.outcome ?? null) as JobStanding['outcome'],
			running: (row?.leased_until ?? '') > now.toISOString(),
			attempts: row?.attempts ?? 0
		};
	});
}

function healthOf(job: Pick<Job<never>, 'pattern'>, standing: JobStanding, now: Date): Health {
	const { name, due, ended, outcome, attempts } = standing;
	const what = `${name[0]?.toUpperCase()}${name.slice(1)}`;
	const last = ended ? `Last ended ${momentInWords(ended)}.` : 'Never done yet.';
	if (!due) return { what, state: 'warning', words: 'Never looked at. Has the server run since the last update?' };
	const patience = Math.max(2 * periodOf(job.pattern, due), LEAST_PATIENCE_MS);
	if (now.getTime() - due.getTime() > patience)
		return { what, state: 'wrong', words: `Overdue since ${momentInWords(due)}. ${last} Is the server running?` };
	if (outcome === 'failed') {
		const times = attempts === 1 ? 'Failed' : `Failed ${attempts} times in a row`;
		const state = attempts >= FAILED_TOO_OFTEN ? 'wrong' : 'warning';
		return { what, state, words: `${times}. It is tried again ${momentInWords(due)}; the server’s log says where.` };
	}
	// Begun again and again without an end: whoever does it is killed by it.
	if (attempts > FAILED_TOO_OFTEN)
		return { what, state: 'wrong', words: `Begun ${attempts} times without coming to an end. ${last}` };
	return { what, state: 'good', words: `${last} Next ${momentInWords(due)}.` };
}

/** One line for each job: overdue by more than two of its periods, failing, or well. */
export async function jobsHealth(
	db: Database,
	now: Date,
	jobs: readonly Pick<Job<never>, 'name' | 'pattern'>[] = JOBS
): Promise<Health[]> {
	const standing = await jobsAsTheyStand(db, now, jobs);
	return jobs.flatMap((job, at) => {
		const one = standing[at];
		return one ? [healthOf(job, one, now)] : [];
	});
}
