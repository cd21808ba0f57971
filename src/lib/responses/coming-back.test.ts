import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnsweredNow, nextPage, onTheWay, pageAfter, standingOf } from '#lib/surveys/journey.ts';
import { isPicked, VERSIONS, type Answer, type Question } from '#lib/surveys/question.ts';
import { questionnaireOf, type Page, type Questionnaire } from '#lib/surveys/questionnaire.ts';
import { reviewOf } from '#lib/surveys/review.ts';
import { decidingPage, pagesDecidedBy } from '#lib/surveys/routing.ts';
import { saidIn, type DraftAnswers } from './draft.ts';
import { putPage } from './keeping.ts';

const [BEFORE, NOW] = ['before', 'now'];

/** What somebody says to a question, told by a number; null where they leave it empty. */
function sayTo(question: Question, number: number): Answer | null {
	if (question.type === 'comment') return number % 2 ? 'words' : null;
	if (!isPicked(question)) return number % 2 ? '3' : null;
	const options: (Answer | null)[] = [null, ...question.options.map(({ key }) => key)];
	const said = options[number % options.length] ?? null;
	return said !== null && question.type === 'choose-all' ? [said].flat() : said;
}

function put(
	draft: DraftAnswers,
	questionnaire: Questionnaire,
	tag: string,
	page: Page,
	say: (q: Question) => Answer | null
) {
	const { questions, key } = page;
	// Own words lie apart from the answers: here it matters only whether there are any.
	const answers = Object.fromEntries(
		questions.filter(({ type }) => type !== 'comment').map((one) => [one.key, say(one)])
	);
	const words = Object.fromEntries(
		questions
			.filter(({ type }) => type === 'comment')
			.map((one) => [one.key, say(one) === null ? null : { text: 'words', mayQuote: false }])
	);
	putPage(draft, questionnaire, tag, { page: key, answers, words });
}

/** A first visit: from the first page to where it stops, `steps` pages behind the page that decides. */
function stopped(
	questionnaire: Questionnaire,
	deciding: Page,
	answer: Answer | null,
	steps: number,
	mind: number
): DraftAnswers {
	const draft: DraftAnswers = { done: {}, answers: {} };
	const question = questionnaire.pages.find((page) => decidingPage(questionnaire, page)?.key === deciding.key)?.when
		?.question;
	let behind = -1;
	for (let page: Page | null = questionnaire.pages[0] ?? null; page && behind < steps;) {
		put(draft, questionnaire, BEFORE, page, (one) => (one.key === question ? answer : sayTo(one, mind)));
		if (page.key === deciding.key || behind >= 0) behind += 1;
		page = pageAfter(questionnaire, page.key, saidIn(draft, BEFORE));
	}
	return draft;
}

/** All that a second visit can see: the way, what comes next, each page as it is shown, and the review. */
function seenIn(questionnaire: Questionnaire, draft: DraftAnswers) {
	const said = saidIn(draft, NOW);
	return {
		next: nextPage(questionnaire, said)?.key ?? null,
		way: onTheWay(questionnaire, said).map(({ key }) => key),
		pages: questionnaire.pages.map((page) => [
			standingOf(questionnaire, page, said),
			isAnsweredNow(page, said) ? page.questions.map(({ key }) => said.answers[key] ?? null) : null
		]),
		review: reviewOf(questionnaire, said)
	};
}

describe.each(VERSIONS)('somebody with the card and the pictures of %s', (version) => {
	const questionnaire = questionnaireOf(version);
	const { pages } = questionnaire;
	const groups = pages
		.filter((page) => pagesDecidedBy(questionnaire, page).length > 0)
		.map((deciding) => {
			const dependent = pagesDecidedBy(questionnaire, deciding);
			const question = deciding.questions.find(({ key }) => key === dependent[0]?.when?.question);
			if (!question || !isPicked(question)) throw new Error('a question of choice decides');
			return { deciding, dependent, answers: [null, ...question.options.map(({ key }) => key)] };
		});
	const last = (group: (typeof groups)[number]) => pages.indexOf(group.dependent.at(-1) ?? group.deciding);

	/** Where one can stop: among the pages of a group, which is one place whatever was answered, or some pages behind it. */
	const stop = fc.record({ among: fc.boolean(), steps: fc.nat(6) });
	const posting = fc.record({ page: fc.nat(pages.length - 1), mind: fc.option(fc.nat(20), { freq: 2 }) });

	it('never sees what was said to a question that decides, wherever it was left and whatever is sent now', () => {
		if (groups.length === 0) return;
		fc.assert(
			fc.property(
				fc.constantFrom(...groups),
				fc.nat(20),
				fc.nat(20),
				stop,
				fc.nat(20),
				fc.array(posting, { maxLength: 12 }),
				fc.boolean(),
				(group, one, other, { among, steps }, mind, postings, near) => {
					const worlds = [one, other].map((number) => {
						const answer = group.answers[number % group.answers.length] ?? null;
						const asked = group.dependent.filter(
							({ when }) => typeof answer === 'string' && when?.answers.includes(answer)
						);
						// Behind the group the same page is the same place; how many were gone through before it differs.
						const far = among ? Math.min(steps, asked.length) : asked.length + steps;
						return stopped(questionnaire, group.deciding, answer, far, mind);
					});
					const [a, b] = worlds as [DraftAnswers, DraftAnswers];
					expect(seenIn(questionnaire, a)).toEqual(seenIn(questionnaire, b));
					for (const { page, mind: said } of postings) {
						// Mostly around the group: there is what could give something away.
						const start = pages.indexOf(group.deciding);
						const at = near ? start + (page % (last(group) - start + 2)) : page;
						const target = pages[at] ?? group.deciding;
						for (const draft of worlds) {
							if (standingOf(questionnaire, target, saidIn(draft, NOW)) === 'passed over') continue;
							put(draft, questionnaire, NOW, target, (question) => (said === null ? null : sayTo(question, said)));
						}
						expect(seenIn(questionnaire, a)).toEqual(seenIn(questionnaire, b));
					}
				}
			),
			{ numRuns: 150 }
		);
	});
});
