/*
 * The long fault and load test: many more ballots and kills than the test command has time for, then two servers on one
 * database killed by turns; notices; and a lost disk.
 */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { printChecks } from '../ballots/checks.ts';
import { ballotsHold } from '../ballots/run.ts';
import { drillNotices } from './notices.ts';
import { drillRestore } from './restore.ts';
import { drillRotation } from './rotation.ts';

if (!existsSync('build/handler.js') && spawnSync('vite', ['build'], { stdio: 'inherit' }).status !== 0) process.exit(1);

const drills: [string, number, number, number][] = [
	['One server, killed 30 times', 1200, 30, 1],
	['Two servers on one database, each killed 15 times', 1200, 15, 2]
];
let failed = 0;
for (const [title, ballots, kills, servers] of drills) {
	console.log(`\n${title}: ${ballots} ballots …`);
	failed += printChecks(await ballotsHold(ballots, kills, servers));
}
failed += await drillNotices();
failed += await drillRestore();
failed += await drillRotation();
console.log(failed === 0 ? '\nEverything held.' : `\n${failed} did not hold.`);
process.exitCode = failed > 0 ? 1 : 0;
