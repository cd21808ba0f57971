/*
 * A server that does nothing by itself: for tests that watch what a request changed.
 */
import type { Database } from '#lib/database/schema.ts';
import { JOBS } from '#lib/jobs/list.server.ts';

const NEVER = '2999-01-01T00:00:00.000Z';

/** No job is due while the test runs. */
export async function restFromWork(db: Database): Promise<void> {
	const rows = JOBS.map(({ name }) => ({ name, due_at: NEVER, attempts: 0 }));
	await db.insertInto('job').values(rows).execute();
}
