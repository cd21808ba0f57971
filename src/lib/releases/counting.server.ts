/*
 * Counting the answers of a closed wave: the only file here that names the table `response`. Counts live in memory
 * while a release is made; nothing in this file writes, logs or rounds.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '#lib/database/schema.ts';
import { isAboutYou, publishedKeys, publishedOptions, type Answer, type Question } from '#lib/surveys/question.ts';
import { questionsOf, type Questionnaire } from '#lib/surveys/questionnaire.ts';

const PAGE = 2000;

/** Raw counts of one question: how many gave an answer that counts, and how many of them each published option. */
export interface QuestionCount {
	question: Question;
	answered: number;
	options: number[];
}

/** Raw counts of one version; never to leave memory. */
export interface VersionCount {
	questionnaire: Questionnaire;
	responses: number;
	questions: QuestionCount[];
}

/** Comments are read by people, and about-you answers only define groups: neither is a table of a release. */
function isCounted(question: Question): boolean {
	return question.type !== 'comment' && !isAboutYou(question);
}

/** Adds one answer to the counts of a question; where an answer counts is asked once for each distinct answer. */
function tally(count: QuestionCount): (answer: Answer) => void {
	const places = new Map(publishedOptions(count.question).map((option, place) => [option.key, place]));
	const known = new Map<string, readonly number[]>();
	return (answer) => {
		const name = typeof answer === 'string' ? answer : answer.join('\n');
		let counted = known.get(name);
		if (!counted) {
			counted = publishedKeys(count.question, answer).map((key) => places.get(key) ?? -1);
			known.set(name, counted);
		}
		if (counted.length === 0) return;
		count.answered += 1;
		for (const place of counted) count.options[place] = (count.options[place] ?? 0) + 1;
	};
}

function isAnswer(value: unknown): value is Answer {
	return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}

interface Counter {
	count: VersionCount;
	add(answers: Record<string, unknown>): void;
}

function counterFor(questionnaire: Questionnaire): Counter {
	const questions = questionsOf(questionnaire)
		.filter(isCounted)
		.map((question) => ({ question, answered: 0, options: publishedOptions(question).map(() => 0) }));
	const count: VersionCount = { questionnaire, responses: 0, questions };
	const tallies = questions.map((one) => ({ key: one.question.key, add: tally(one) }));
	return {
		count,
		add(answers) {
			count.responses += 1;
			for (const { key, add } of tallies) {
				const answer = answers[key];
				if (isAnswer(answer)) add(answer);
			}
		}
	};
}

/**
 * Counts every response of a wave in one pass, in pages by id so that memory stays flat and the server breathes
 * between them. `progress` is told how many responses are done, and of how many.
 * @returns the raw counts, one for each questionnaire, in the order given.
 * @throws when a response belongs to a version that is not among the questionnaires: nothing may go uncounted.
 */
export async function countAnswers(
	db: Database,
	waveId: string,
	questionnaires: readonly Questionnaire[],
	progress?: (done: number, total: number) => void
): Promise<VersionCount[]> {
	const { total } = await db
		.selectFrom('response')
		.select((select) => select.fn.countAll<number>().as('total'))
		.where('wave_id', '=', waveId)
		.executeTakeFirstOrThrow();
	const counters = questionnaires.map(counterFor);
	let done = 0;
	for (const { count, add } of counters) {
		for await (const page of pagesOf(db, waveId, count.questionnaire.version)) {
			for (const answers of page) add(JSON.parse(answers) as Record<string, unknown>);
			done += page.length;
			progress?.(done, Number(total));
			await breathe();
		}
	}
	if (done !== Number(total)) throw new Error('a response belongs to a version that this wave does not ask');
	return counters.map(({ count }) => count);
}

/** The answers of one version, page by page: by version and id, which is the order of the index, so nothing is sorted. */
async function* pagesOf(db: Database, waveId: string, version: string): AsyncGenerator<string[]> {
	for (let last = ''; ;) {
		const page = await db
			.selectFrom('response')
			.select(['id', 'answers'])
			.where('wave_id', '=', waveId)
			.where('version', '=', version)
			.where('id', '>', last)
			.orderBy('id')
			.limit(PAGE)
			.execute();
		if (page.length > 0) yield page.map((row) => row.answers);
		if (page.length < PAGE) return;
		last = page.at(-1)?.id ?? '';
	}
}
