/*
 * Notices for the drill: many more, and senders killed many more times, on each engine that answers.
 */
import { printChecks } from '../ballots/checks.ts';
import { noticesHold } from '../notices/run.ts';
import { postgresAnswers } from '../server/postgres.ts';

/** Prints the figures and what held; returns how much did not. */
export async function drillNotices(): Promise<number> {
	let failed = 0;
	for (const engine of ['SQLite', 'PostgreSQL'] as const) {
		if (engine === 'PostgreSQL' && !(await postgresAnswers())) {
			console.log('\nnot run: notices on PostgreSQL (no server answers at TEST_POSTGRES_URL or 127.0.0.1:5432)');
			continue;
		}
		console.log(`\nTwo senders on one ${engine}, killed 30 times: 1,600 notices …`);
		failed += printChecks(await noticesHold({ engine, notices: 800, kills: 30, speed: 20 }));
	}
	return failed;
}

if (import.meta.main) process.exitCode = (await drillNotices()) > 0 ? 1 : 0;
