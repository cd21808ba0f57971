import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/translate.ts';
import { progressAt, type Said } from '#lib/surveys/journey.ts';
import { isPicked, VERSIONS, type Version } from '#lib/surveys/question.ts';
import { countForEverybody, questionnaireOf, questionsOf } from '#lib/surveys/questionnaire.ts';
import { reviewOf } from '#lib/surveys/review.ts';
import Opening from '#lib/ui/survey/Opening.svelte';
import QuestionPage from '#lib/ui/survey/QuestionPage.svelte';
import ReviewAnswers from '#lib/ui/survey/ReviewAnswers.svelte';
import ThankYou from '#lib/ui/survey/ThankYou.svelte';
import { allTexts, LISTS, textsOf, textsOfOpening, textsOfPage, textsOfReview, textsOfThanks } from './texts.ts';

const t = translator('en');

/** Recordings of nothing, that note which texts a page's speakers asked for. */
function noting() {
	const asked = new Set<string>();
	const sounds = new Proxy({} as Record<string, string>, {
		getOwnPropertyDescriptor: (_, text) => void asked.add(String(text))
	});
	return { asked, sounds };
}

function heardOnPages(version: Version): Map<string, Set<string>> {
	const questionnaire = questionnaireOf(version);
	return new Map(
		questionnaire.pages.map((page) => {
			const { asked, sounds } = noting();
			const progress = progressAt(questionnaire, page.key);
			const props = { t, version, page, answers: {}, quote: [], before: true, progress, sounds };
			void render(QuestionPage, { props }).body;
			return [page.key, asked];
		})
	);
}

function heardOnOpening(version: Version): Set<string> {
	const questionnaire = questionnaireOf(version);
	const { minutes } = questionnaire;
	const questions = countForEverybody(questionnaire);
	const { asked, sounds } = noting();
	for (const saved of [false, true])
		void render(Opening, { props: { t, version, minutes, questions, saved, sounds } }).body;
	return asked;
}

function heardOnReview(version: Version): Set<string> {
	const { asked, sounds } = noting();
	const questionnaire = questionnaireOf(version);
	for (const [hidden, picked, gone] of [
		[true, 0, true],
		[false, -1, false],
		[false, -1, true],
		[false, 0, true],
		[false, 1, true],
		[false, 2, true]
	] as const) {
		const options = questionsOf(questionnaire).flatMap((question) => {
			const key = isPicked(question) ? question.options.at(picked)?.key : undefined;
			return picked >= 0 && key ? [[question.key, key]] : [];
		});
		const answers = Object.fromEntries(options) as Said['answers'];
		const done = new Set(gone ? questionnaire.pages.map(({ key }) => key) : []);
		const reviewed = reviewOf(questionnaire, { answers, done, hidden: () => hidden });
		const pages = reviewed.map((page) => ({ ...page, address: '/survey/p-1' }));
		void render(ReviewAnswers, { props: { t, version, pages, sounds } }).body;
	}
	return asked;
}

function heardAtTheEnd(version: Version): Set<string> {
	const { asked, sounds } = noting();
	void render(ThankYou, { props: { t, version, receipts: [], sounds } }).body;
	return asked;
}

describe.each(VERSIONS)('%s', (version) => {
	it('knows everything that a page’s speakers ask for', () => {
		const onPages = heardOnPages(version);
		for (const page of questionnaireOf(version).pages) {
			const asked = [...(onPages.get(page.key) ?? [])];
			expect(asked.length, page.key).toBeGreaterThan(3);
			expect(textsOfPage(version, page, 'en'), page.key).toEqual(expect.arrayContaining(asked));
		}
		expect(textsOfOpening(version, 'en')).toEqual(expect.arrayContaining([...heardOnOpening(version)]));
		expect(textsOfReview(version, 'en')).toEqual(expect.arrayContaining([...heardOnReview(version)]));
		expect(textsOfThanks(version, 'en')).toEqual(expect.arrayContaining([...heardAtTheEnd(version)]));
	});

	it('has nobody read out what no speaker says', () => {
		const heard = new Set([
			...[...heardOnPages(version).values()].flatMap((asked) => [...asked]),
			...heardOnOpening(version),
			...heardOnReview(version),
			...heardAtTheEnd(version)
		]);
		expect(textsOf(version, 'en').filter((text) => !heard.has(text))).toEqual([]);
	});
});

it('lists every text once, and what is shared in no other list', () => {
	const shared = new Set(textsOf('shared', 'en'));
	for (const list of LISTS) {
		const texts = textsOf(list, 'en');
		expect(new Set(texts).size, list).toBe(texts.length);
		if (list !== 'shared')
			expect(
				texts.filter((text) => shared.has(text)),
				list
			).toEqual([]);
	}
	expect([...shared]).toEqual(expect.arrayContaining(['Next', 'Back', 'I would rather not say']));
	expect(allTexts('en').length).toBeGreaterThan(100);
});
