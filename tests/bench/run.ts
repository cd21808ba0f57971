/*
 * `npm run bench`: how quick the survey is against a bare SvelteKit app, what its pages weigh and how soon they are ready
 * against static ones, all measured in the same run. Prints and never fails on time. `npm run bench pages` leaves out the load.
 */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dayOf } from '#lib/calendar/day.ts';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { startServer } from '../server/server.ts';
import { freshSurroundings } from '../server/surroundings.ts';
import { inviteYoungPeople, openedWave } from '../waves/opened.ts';
import { buildBare } from './bare-server.ts';
import { printPages } from './pages.ts';
import { CONNECTIONS, printThroughput } from './throughput.ts';
import { visitsOf, type BenchVisit } from './visits.ts';

/** The fewest young people of a version that a wave opens for. */
const FEWEST = 25;

const pagesOnly = process.argv[2] === 'pages';
if (!existsSync('build/handler.js')) spawnSync('vite', ['build', '--logLevel', 'error'], { stdio: 'inherit' });
if (!existsSync('build/handler.js')) throw new Error('nothing was built');
if (!pagesOnly) {
	console.log('Building the bare app …');
	buildBare();
}
const surroundings = await freshSurroundings();
const today = dayOf(new Date());
for (const version of VERSIONS)
	await inviteYoungPeople(surroundings.db, version === '11-17' ? CONNECTIONS : FEWEST, today, version);
const { wave, codesBy } = await openedWave(surroundings.db, surroundings.keyring, {
	name: 'Bench',
	today,
	closes: '2099-01-01'
});
const visits = {} as Record<Version, BenchVisit[]>;
for (const version of VERSIONS) visits[version] = await visitsOf(surroundings, wave.id, version, codesBy[version]);
const server = await startServer(surroundings.settings);
try {
	if (!pagesOnly) await printThroughput(server.origin, visits['11-17']);
	const one = Object.fromEntries(VERSIONS.map((version) => [version, visits[version][0]?.cookie ?? '']));
	await printPages(server.origin, one as Record<Version, string>);
} finally {
	await server.stop();
	await surroundings.remove();
}
