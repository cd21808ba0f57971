import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPage, onTheWay, pageAfter, pageBefore, standingOf, type Said } from './journey.ts';
import { isPicked, VERSIONS, type Answer, type Question } from './question.ts';
import { questionnaireOf, questionsOf, type Page, type Questionnaire } from './questionnaire.ts';
import { reviewOf } from './review.ts';
import { isAsked, passedOver } from './routing.ts';

type Answers = Record<string, Answer>;

function anyAnswer(question: Question): fc.Arbitrary<Answer | undefined> {
	if (!isPicked(question)) return fc.constantFrom(undefined, '3');
	const keys = question.options.map(({ key }) => key);
	return question.type === 'choose-all' ? fc.subarray(keys) : fc.constantFrom(undefined, ...keys);
}

/** What somebody would say to every question, if asked. */
function anyMind(questionnaire: Questionnaire): fc.Arbitrary<Record<string, Answer | undefined>> {
	return fc.record(Object.fromEntries(questionsOf(questionnaire).map((one) => [one.key, anyAnswer(one)])));
}

/** Somebody on the way: answers page by page as the pages keep them, and may come back in a second visit. */
function traveller(questionnaire: Questionnaire) {
	let answers: Answers = {};
	const done = new Map<string, number>();
	let visit = 1;
	const said = (): Said => ({
		answers,
		done: new Set(done.keys()),
		hidden: (page) => done.has(page) && done.get(page) !== visit
	});
	function answer(page: Page, mind: Record<string, Answer | undefined>): void {
		for (const { key } of page.questions) {
			const { [key]: _old, ...others } = answers;
			const given = mind[key];
			answers = given === undefined ? others : { ...others, [key]: given };
		}
		done.set(page.key, visit);
		for (const over of passedOver(questionnaire, page, answers)) {
			done.delete(over.key);
			answers = Object.fromEntries(
				Object.entries(answers).filter(([key]) => !over.questions.some((question) => question.key === key))
			);
		}
	}
	return { said, answer, comeBack: () => void (visit += 1), answersNow: () => answers };
}

/** Walks from a page to the review and gives the pages met. */
function walk(
	questionnaire: Questionnaire,
	on: ReturnType<typeof traveller>,
	mind: Record<string, Answer | undefined>,
	from: Page | null,
	until?: string
): string[] {
	const met: string[] = [];
	for (let page = from; page; page = pageAfter(questionnaire, page.key, on.said())) {
		if (met.length > questionnaire.pages.length) throw new Error(`round and round: ${met.join()}`);
		met.push(page.key);
		if (standingOf(questionnaire, page, on.said()) !== 'hidden') on.answer(page, mind);
		if (page.key === until) break;
	}
	return met;
}

describe.each(VERSIONS)('whatever is answered to %s', (version) => {
	const questionnaire = questionnaireOf(version);
	const first = questionnaire.pages[0] ?? null;

	it('the way ends at the review, asks what concerns this person, all of it, once and in order', () => {
		fc.assert(
			fc.property(anyMind(questionnaire), (mind) => {
				const on = traveller(questionnaire);
				const met = walk(questionnaire, on, mind, first);
				const concerns = questionnaire.pages.filter((page) => isAsked(page, on.answersNow())).map(({ key }) => key);
				expect(met).toEqual(concerns);
				expect(new Set(met).size).toBe(met.length);
				expect(onTheWay(questionnaire, on.said()).map(({ key }) => key)).toEqual(concerns);
				expect(nextPage(questionnaire, on.said())).toBeNull();
			}),
			{ numRuns: 30 }
		);
	});

	it('the next page is the page after the last one answered, and the way back is the way there', () => {
		fc.assert(
			fc.property(anyMind(questionnaire), (mind) => {
				const on = traveller(questionnaire);
				const met: string[] = [];
				const derived: unknown[] = [];
				for (let page = first; page; page = pageAfter(questionnaire, page.key, on.said())) {
					const said = on.said();
					derived.push([nextPage(questionnaire, said)?.key, pageBefore(questionnaire, page.key, said)?.key]);
					met.push(page.key);
					on.answer(page, mind);
				}
				expect(derived).toEqual(met.map((key, at) => [key, met[at - 1]]));
			}),
			{ numRuns: 20 }
		);
	});

	it('a second mind on the same way leaves nothing behind of the first that is not asked any more', () => {
		fc.assert(
			fc.property(anyMind(questionnaire), anyMind(questionnaire), (mind, other) => {
				const on = traveller(questionnaire);
				walk(questionnaire, on, mind, first);
				walk(questionnaire, on, other, first);
				const asked = questionnaire.pages.filter((page) => isAsked(page, on.answersNow()));
				const keys = asked.flatMap(({ questions }) => questions.map(({ key }) => key));
				expect(Object.keys(on.answersNow()).filter((key) => !keys.includes(key))).toEqual([]);
				expect([...on.said().done].sort()).toEqual(asked.map(({ key }) => key).sort());
			}),
			{ numRuns: 20 }
		);
	});

	// Somebody who holds the card and the pictures comes back: nothing they meet may depend on what was said before.
	it('coming back shows the same way to everybody who stopped behind the same page, whatever they had said', () => {
		const everybodys = questionnaire.pages.filter((page) => !page.when).map(({ key }) => key);
		fc.assert(
			fc.property(
				anyMind(questionnaire),
				anyMind(questionnaire),
				anyMind(questionnaire),
				fc.constantFrom(...everybodys),
				(one, another, now, stop) => {
					const seen = [one, another].map((before) => {
						const on = traveller(questionnaire);
						walk(questionnaire, on, before, first, stop);
						on.comeBack();
						const back = nextPage(questionnaire, on.said());
						const met = walk(questionnaire, on, now, back);
						const { said } = on;
						const way = onTheWay(questionnaire, said()).map((page) => standingOf(questionnaire, page, said()));
						return { met, way, review: reviewOf(questionnaire, said()), next: nextPage(questionnaire, said()) };
					});
					expect(seen[0]).toEqual(seen[1]);
					expect(seen[0]?.next).toBeNull();
				}
			),
			{ numRuns: 30 }
		);
	});
});
