/*
 * 200 ballots through HTTP with the server killed in between: every acknowledged ballot is counted, none twice.
 * Run by the test command after the build; `rounds`, servers and kills grow for the drill.
 */
import { addDays } from '#lib/calendar/day.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { freshSurroundings } from '../server/surroundings.ts';
import { freePort, startServer, type Server } from '../server/server.ts';
import { inviteYoungPeople, openedWave } from '../waves/opened.ts';
import { answerThroughKills, closeAndCount, missingFrom } from './answering.ts';
import { printChecks, type Check } from './checks.ts';

/** Runs one wave through kills and says what held. */
export async function ballotsHold(ballots: number, kills: number, servers: number): Promise<Check[]> {
	const surroundings = await freshSurroundings();
	const running: Server[] = [];
	try {
		const today = dayOf(new Date());
		await inviteYoungPeople(surroundings.db, ballots, today);
		const { wave, codes } = await openedWave(surroundings.db, surroundings.keyring, {
			name: 'Drill',
			today,
			closes: addDays(today, 30)
		});
		for (let n = 0; n < servers; n += 1) running.push(await startServer(surroundings.settings, await freePort()));
		const said = await answerThroughKills(running, codes, kills);
		await Promise.all(running.map((server) => server.stop()));
		const counted = await closeAndCount(surroundings, wave);
		const lost = missingFrom(counted.answers, said.acknowledged);
		const extra = missingFrom(said.acknowledged, counted.answers);
		console.log(
			`${said.acknowledged.length} of ${ballots} ballots acknowledged in ${said.seconds.toFixed(1)} s by ${servers} server(s),`,
			`${said.kills} kills, ${said.retries} requests sent again; ${counted.answers.length} counted, ${lost.length} lost, ${extra.length} too many`
		);
		for (const fault of said.turnedAway.slice(0, 5)) console.log(`  turned away: ${fault}`);
		const with_ = `${ballots} ballots, ${said.kills} kills, ${servers} server(s)`;
		return [
			{ name: `everybody is acknowledged (${with_})`, passed: said.acknowledged.length === ballots },
			{ name: `every acknowledged ballot is a counted response (${with_})`, passed: lost.length === 0 },
			{ name: `no ballot is counted twice (${with_})`, passed: extra.length === 0 },
			{ name: `every comment came in once (${with_})`, passed: counted.comments === Math.ceil(ballots / 4) },
			{ name: `the servers were killed as often as asked (${with_})`, passed: said.kills === kills * servers }
		];
	} finally {
		await Promise.all(running.map((server) => server.kill()));
		await surroundings.remove();
	}
}

if (import.meta.main) {
	const checks = [...(await ballotsHold(200, 0, 1)), ...(await ballotsHold(200, 5, 1))];
	process.exitCode = printChecks(checks) > 0 ? 1 : 0;
}
