/*
 * How many answers are acknowledged and pages rendered in a second, as ratios against a bare SvelteKit app in the same run.
 */
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { startBare } from './bare-server.ts';
import { loadOnce } from './load.ts';
import { printRatio } from './measured.ts';
import type { BenchVisit } from './visits.ts';
import { ownAddress } from './weight.ts';

export const CONNECTIONS = 64;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const GOAL = 0.6;

/** A page of several choices, as most are, and what its form sends. */
function pageOfChoices(): { key: string; answer: [string, string][] } {
	const page = questionnaireOf('11-17').pages.find(
		({ questions }) => questions.length > 1 && questions[0]?.type === 'choice'
	);
	const question = page?.questions[0];
	if (!page || question?.type !== 'choice') throw new Error('a page with a choice');
	const answer: [string, string][] = [
		[question.key, question.options[0]?.key ?? ''],
		['go', 'next']
	];
	return { key: page.key, answer };
}

/** Loads the survey and the bare app in turn, one visit for each connection. */
export async function printThroughput(origin: string, visits: readonly BenchVisit[]): Promise<void> {
	const { key, answer } = pageOfChoices();
	const addresses = await Promise.all(visits.map(({ cookie }) => ownAddress(origin, key, cookie)));
	const path = (connection: number) => new URL(addresses[connection % addresses.length] ?? origin).pathname;
	const bare = await startBare();
	const survey = { connections: CONNECTIONS, seconds: SECONDS, url: origin, path };
	const plain = { connections: CONNECTIONS, seconds: SECONDS, url: `${bare.origin}/` };
	const visitAt = (connection: number) => visits[connection % visits.length] ?? { cookie: '', mark: '' };
	const withVisit = (connection: number) => ({ cookie: visitAt(connection).cookie, origin });
	const body = (connection: number) => `${new URLSearchParams([['visit', visitAt(connection).mark], ...answer])}`;
	const withSession = () => ({ cookie: 'session=token', origin: bare.origin });
	const rendered = () => loadOnce({ ...survey, method: 'GET', expected: 200, headers: withVisit });
	const barely = (at: string) => () =>
		loadOnce({ ...plain, url: bare.origin + at, method: 'GET', expected: 200, headers: withSession });
	console.log(`${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each way`);
	try {
		await printRatio(
			'answers acknowledged',
			GOAL,
			ROUNDS,
			() => loadOnce({ ...survey, method: 'POST', expected: 303, body, headers: withVisit }),
			() => loadOnce({ ...plain, method: 'POST', expected: 303, body: () => 'answer=often', headers: withSession })
		);
		await printRatio(
			'survey page rendered, against a session and one join through the same libraries',
			GOAL,
			ROUNDS,
			rendered,
			barely('/session')
		);
		await printRatio('survey page rendered, against one prepared statement', GOAL, ROUNDS, rendered, barely('/'));
	} finally {
		await bare.stop();
	}
}
