/*
 * The drill of keys: many records, many kills, on each engine that answers.
 */
import { printChecks } from '../ballots/checks.ts';
import { rotationHolds } from '../rotation/run.ts';
import { postgresAnswers } from '../server/postgres.ts';

/** Changes the key under load and kills the change; says how many checks did not hold. */
export async function drillRotation(): Promise<number> {
	console.log('\nThe council’s key changed while two processes write, killed 20 times …');
	let failed = printChecks(await rotationHolds({ comments: 8_000, children: 1_419, kills: 20 }));
	if (!(await postgresAnswers())) console.log('not run: PostgreSQL (no server answers)');
	else failed += printChecks(await rotationHolds({ comments: 3_000, children: 500, kills: 8, engine: 'PostgreSQL' }));
	return failed;
}
