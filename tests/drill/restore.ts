/*
 * The restore drill: a council under load loses its disk and comes back, on each engine that answers.
 */
import { printChecks } from '../ballots/checks.ts';
import { restoreHolds } from '../backups/run.ts';
import { postgresAnswers } from '../server/postgres.ts';

/** Prints the figures and what held; returns how much did not. */
export async function drillRestore(ballots = 400): Promise<number> {
	let failed = 0;
	for (const engine of ['SQLite', 'PostgreSQL'] as const) {
		if (engine === 'PostgreSQL' && !(await postgresAnswers())) {
			console.log('\nnot run: the restore on PostgreSQL (no server answers at TEST_POSTGRES_URL or 127.0.0.1:5432)');
			continue;
		}
		console.log(`\nA lost disk under load, ${engine}: ${ballots} ballots, messages and sign-ins …`);
		failed += printChecks(await restoreHolds(engine, ballots));
	}
	return failed;
}

if (import.meta.main) process.exitCode = (await drillRestore(Number(process.argv[2] ?? 400))) > 0 ? 1 : 0;
