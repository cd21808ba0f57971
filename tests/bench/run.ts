/*
 * `npm run bench`: how quick the survey is, as ratios against a bare SvelteKit app measured in the same run.
 * Prints and never fails on time.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { dayOf } from '#lib/calendar/day.ts';
import { startInOneGo } from '#lib/responses/returning.server.ts';
import { minuteOf, sealVisit, VISIT_COOKIE, VISIT_KEY } from '#lib/responses/visit.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { startServer } from '../server/server.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { inviteYoungPeople, openedWave } from '../waves/opened.ts';
import { buildBare, startBare } from './bare-server.ts';
import { loadOnce } from './load.ts';
import { printRatio } from './measured.ts';

const CONNECTIONS = 64;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const GOAL = 0.6;

/** A begun visit's cookie for each connection: one young person cannot answer 64 times at once. */
async function visitsOf({ db, keyring }: Surroundings, wave: string, codes: readonly string[]): Promise<string[]> {
	const key = keyring.getOrDraw(VISIT_KEY);
	const minute = minuteOf(Date.now());
	const cookies: string[] = [];
	for (const code of codes) {
		const visit = await startInOneGo(db, {
			id: randomId(),
			tag: 'bench',
			seed: randomId(),
			wave,
			version: '11-17',
			code: code.replaceAll('-', ''),
			draft: null,
			kept: false,
			began: minute,
			seen: minute,
			language: 'en',
			comments: [],
			sent: false
		});
		cookies.push(`${VISIT_COOKIE}=${sealVisit(key, visit)}`);
	}
	return cookies;
}

/** Sizes of one survey page as a phone gets it: page, styles, script, and the font apart. */
async function printWeight(origin: string, path: string, cookie: string): Promise<void> {
	const html = await (await fetch(origin + path, { headers: { Cookie: cookie } })).text();
	const linked = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|woff2|svg))"/g)].map(([, at]) => at ?? '');
	let [light, font] = [gzipSync(html).length, 0];
	for (const at of new Set(linked)) {
		const bytes = Buffer.from(await (await fetch(new URL(at, origin + path))).arrayBuffer());
		if (at.endsWith('.woff2')) font += bytes.length;
		else light += gzipSync(bytes).length;
	}
	const kB = (bytes: number) => (bytes / 1000).toFixed(1);
	console.log(
		`survey page, page and styles and script gzipped: ${kB(light)} kB (goal at most 20), with the font ${kB(light + font)} kB; ` +
			`${linked.filter((at) => at.endsWith('.js')).length} script of ${kB(gzipSync(readFileSync('static/enhance.js')).length)} kB`
	);
}

if (!existsSync('build/handler.js')) spawnSync('vite', ['build', '--logLevel', 'error'], { stdio: 'inherit' });
if (!readdirSync('build').length) throw new Error('nothing was built');
console.log('Building the bare app …');
buildBare();
const surroundings = await freshSurroundings();
const today = dayOf(new Date());
await inviteYoungPeople(surroundings.db, CONNECTIONS, today);
const { wave, codes } = await openedWave(surroundings.db, surroundings.keyring, {
	name: 'Bench',
	today,
	closes: '2099-01-01'
});
const cookies = await visitsOf(surroundings, wave.id, codes);
const ours = await startServer(surroundings.settings);
const bare = await startBare();
try {
	const page = questionnaireOf('11-17')?.pages.find(
		({ questions }) => questions.length > 1 && questions[0]?.type === 'choice'
	);
	const question = page?.questions[0];
	if (!page || question?.type !== 'choice') throw new Error('a page with a choice');
	const path = `/survey/${page.key}`;
	const survey = { connections: CONNECTIONS, seconds: SECONDS, url: ours.origin + path };
	const plain = { connections: CONNECTIONS, seconds: SECONDS, url: `${bare.origin}/` };
	const withVisit = (connection: number) => ({
		cookie: cookies[connection % cookies.length] ?? '',
		origin: ours.origin
	});
	const withSession = () => ({ cookie: 'session=token', origin: bare.origin });
	console.log(`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each way`);
	const body = new URLSearchParams([
		[question.key, question.options[0]?.key ?? ''],
		['go', 'next']
	]).toString();
	await printRatio(
		'answers acknowledged',
		GOAL,
		ROUNDS,
		() => loadOnce({ ...survey, method: 'POST', expected: 303, body, headers: withVisit }),
		() => loadOnce({ ...plain, method: 'POST', expected: 303, body: 'answer=often', headers: withSession })
	);
	const rendered = () => loadOnce({ ...survey, method: 'GET', expected: 200, headers: withVisit });
	const barely = (at: string) => () =>
		loadOnce({ ...plain, url: bare.origin + at, method: 'GET', expected: 200, headers: withSession });
	await printRatio(
		'survey page rendered, against a session and one join through the same libraries',
		GOAL,
		ROUNDS,
		rendered,
		barely('/session')
	);
	await printRatio('survey page rendered, against one prepared statement', GOAL, ROUNDS, rendered, barely('/'));
	await printWeight(ours.origin, path, cookies[0] ?? '');
} finally {
	await ours.stop();
	await bare.stop();
	await surroundings.remove();
}
