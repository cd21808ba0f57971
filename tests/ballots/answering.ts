/*
 * Many young people answering at once through HTTP, while servers are killed and started again. What was acknowledged is
 * remembered and laid beside what was counted. Used by the test (200 ballots) and the drill (many more).
 */
import { writeBackup } from '#lib/backups/writing.server.ts';
import { collectComments } from '#lib/comments/collecting.server.ts';
import { addDays } from '#lib/calendar/day.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { closeWave } from '#lib/waves/closing.server.ts';
import type { Wave } from '#lib/waves/waves.server.ts';
import type { Server } from '../server/server.ts';
import type { Surroundings } from '../server/surroundings.ts';
import { Visitor } from '../server/visitor.ts';
import { OPERATOR } from '../waves/opened.ts';
import { addressFor } from './addresses.ts';
import { markFor } from './mark.ts';
import { killNowAndThen } from './killing.ts';

const AT_ONCE = 24;
const STEPS = 11;

const pages = questionnaireOf('11-17')?.pages ?? [];
const asked = pages.flatMap((page) =>
	page.questions.map((question) => ({ page: page.key, key: question.key, type: question.type }))
);
const scales = asked.filter(({ type }) => type === 'scale').slice(0, 3);
const comment = asked.find(({ type }) => type === 'comment');
const telling = scales.map(({ key }) => key);

/** The steps on three scales that tell one of up to 1,331 young people apart. */
function stepsOf(person: number): string[] {
	return scales.map((_, digit) => String(Math.floor(person / STEPS ** digit) % STEPS));
}

/** Answers the survey with one code until it is acknowledged; gives what was answered. @throws when it was turned away. */
async function answer(visitor: Visitor, code: string, person: number): Promise<string> {
	const expect = async (path: string, form: [string, string][], leads: RegExp) => {
		const answered = await visitor.ask(path, form);
		if (!leads.test(answered.location)) {
			throw new Error(`${path} led to ${answered.status} ${answered.location || answered.text.slice(0, 300)}`);
		}
		return answered.location;
	};
	await expect('/survey', [['code', code]], /^\/survey\/start$/);
	const mark = await markFor(visitor);
	await expect('/survey/pictures?/once', [mark], /^\/survey\/next$/);
	const steps = stepsOf(person);
	for (const page of new Set(scales.map((scale) => scale.page))) {
		const fields = scales.flatMap((scale, digit): [string, string][] =>
			scale.page === page ? [[scale.key, steps[digit] ?? '']] : []
		);
		const here = await addressFor(visitor, page);
		await expect(here, [mark, ...fields, ['go', 'next']], /^\/survey\/(?:p-[\w-]{10}|review)$/);
	}
	if (comment && person % 4 === 0) {
		const here = await addressFor(visitor, comment.page);
		await expect(here, [mark, [comment.key, `words of ${person}`], ['go', 'next']], /^\/survey\//);
	}
	await expect('/survey/review', [mark], /^\/survey\/thanks$/);
	const thanks = await visitor.ask('/survey/thanks');
	if (thanks.status !== 200) throw new Error(`the thank-you page answered ${thanks.status}`);
	return steps.join('/');
}

export interface Answers {
	/** What each acknowledged ballot said. */
	acknowledged: string[];
	/** Those who were turned away, with what the server said. */
	turnedAway: string[];
	/** How often a request was sent again. */
	retries: number;
	kills: number;
	seconds: number;
}

/** Has everybody answer, some at a time, while each server is killed `kills` times at random moments. */
export async function answerThroughKills(
	servers: readonly Server[],
	codes: readonly string[],
	kills: number
): Promise<Answers> {
	const result: Answers = { acknowledged: [], turnedAway: [], retries: 0, kills: 0, seconds: 0 };
	const began = performance.now();
	const waiting = codes.map((code, person) => ({ code, person }));
	let running = true;
	const worker = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const turned = next.person % servers.length;
			const visitor = new Visitor(
				...[...servers.slice(turned), ...servers.slice(0, turned)].map(({ origin }) => origin)
			);
			try {
				result.acknowledged.push(await answer(visitor, next.code, next.person));
			} catch (fault) {
				result.turnedAway.push(String(fault));
			}
			result.retries += visitor.retries;
		}
	};
	const { acknowledged } = result;
	const killing = servers.map((server, place) =>
		killNowAndThen(server, {
			kills,
			share: () => acknowledged.length / codes.length,
			from: place / servers.length,
			running: () => running
		})
	);
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	running = false;
	result.kills = (await Promise.all(killing)).reduce((sum, times) => sum + times, 0);
	result.seconds = (performance.now() - began) / 1000;
	return result;
}

export interface Counted {
	answers: string[];
	comments: number;
}

/** Closes the wave as its operator would and reads what was counted. */
export async function closeAndCount(
	{ db, keyring, settings }: Surroundings,
	wave: Wave,
	{ commentsLost = false } = {}
): Promise<Counted> {
	const closed = await closeWave(db, keyring, OPERATOR, wave, {
		now: new Date(),
		backUp: async () => {
			const { DATABASE_URL: url = '', EARSHOT_BACKUPS: folder = '' } = settings;
			await writeBackup(url, keyring, folder, new Date());
		}
	});
	if (closed.kind !== 'closed') throw new Error(`not closed: ${closed.kind}`);
	const rows = await db.selectFrom('response').select('answers').where('wave_id', '=', wave.id).execute();
	const answers = rows.map((row) => {
		const given = JSON.parse(row.answers) as Record<string, string>;
		return telling.map((key) => given[key] ?? '?').join('/');
	});
	// The key of a day's comments is in no copy: with the disk, those of the day are gone.
	if (commentsLost) return { answers, comments: 0 };
	return { answers, comments: await collectComments(db, keyring, addDays(dayOf(new Date()), 2)) };
}

/** What is in one list and not in the other, each as often as it is. */
export function missingFrom(these: readonly string[], those: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const one of these) left.set(one, (left.get(one) ?? 0) + 1);
	return those.filter((one) => {
		const count = left.get(one) ?? 0;
		left.set(one, count - 1);
		return count <= 0;
	});
}
