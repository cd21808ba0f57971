import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/translate.ts';
import { progressAt } from '#lib/surveys/journey.ts';
import { isPicked, VERSIONS, type Question, type Version } from '#lib/surveys/question.ts';
import { questionnaireOf, questionsOf } from '#lib/surveys/questionnaire.ts';
import { reviewOf } from '#lib/surveys/review.ts';
import Opening from '#lib/ui/survey/Opening.svelte';
import QuestionPage from '#lib/ui/survey/QuestionPage.svelte';
import ReviewAnswers from '#lib/ui/survey/ReviewAnswers.svelte';
import ThankYou from '#lib/ui/survey/ThankYou.svelte';
import Paused from '../src/routes/(open)/survey/paused/+page.svelte';
import Pictures from '../src/routes/(open)/survey/pictures/+page.svelte';
import { unheardIn } from './heard/unheard.ts';

const t = translator('en');
/** The request that a page is drawn for. */
const context = new Map([['__request__', { page: { url: new URL('https://earshot.test/survey') } }]]);
/** Everything within the main part of a page. */
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

/** Every page of questions, as it is first, and as it is with everything refused that can be. */
function asked(version: Version): string[] {
	const questionnaire = questionnaireOf(version);
	return questionnaire.pages.flatMap((page) => {
		const props = {
			t,
			version,
			page,
			answers: {},
			quote: [],
			before: true,
			progress: progressAt(questionnaire, page.key)
		};
		const no = (question: Question) =>
			({ kind: 'refused', reason: question.type === 'comment' ? 'too long' : 'not an option', typed: '' }) as const;
		const refused = Object.fromEntries(page.questions.map((question) => [question.key, no(question)]));
		return [
			render(QuestionPage, { props }).body,
			render(QuestionPage, { props: { ...props, hidden: true, refused } }).body
		];
	});
}

function reviewed(version: Version): string[] {
	const questionnaire = questionnaireOf(version);
	const first = questionsOf(questionnaire).flatMap((question) =>
		isPicked(question) ? [[question.key, question.options[0]?.key ?? '']] : []
	);
	const answers = Object.fromEntries(first) as Record<string, string>;
	const done = new Set(questionnaire.pages.map(({ key }) => key));
	return [true, false].map((earlier) => {
		const said = reviewOf(questionnaire, { answers, done, hidden: () => earlier });
		const pages = said.map((page) => ({ ...page, address: `/survey/${page.key}` }));
		return render(ReviewAnswers, { props: { t, version, pages, problem: 'cannot take answers' } }).body;
	});
}

function pictured(version: Version): string[] {
	const form = { reason: 'three', seconds: 0, ticked: [] };
	return (['new', 'back', 'pause'] as const).map((mode) => {
		const data = { language: 'en', version, mode, pictures: [], replaces: mode === 'new', closes: null };
		return main(render(Pictures, { props: { data, form } as never, context }).body);
	});
}

describe.each(VERSIONS)('on the pages of %s', (version) => {
	it.each([
		[
			'before the start',
			() =>
				[true, false].map((saved) => render(Opening, { props: { t, version, minutes: 1, questions: 2, saved } }).body)
		],
		['where pictures are picked', () => pictured(version)],
		['with questions', () => asked(version)],
		['before sending', () => reviewed(version)],
		[
			'after sending',
			() => [render(ThankYou, { props: { t, version, receipts: [{ question: 'What?', words: 'four words' }] } }).body]
		]
	])('%s everything can be heard', (_, pages) => {
		const unheard = new Set(pages().flatMap(unheardIn));
		// The youngest see how far they are as arcs; read first, it would stand before the question.
		expect([...unheard].filter((words) => !/^Page \d+ of \d+$/u.test(words) || version !== '4-7')).toEqual([]);
	});
});

it('can be heard that what was begun is kept safe', () => {
	const data = { language: 'en' };
	expect(unheardIn(main(render(Paused, { props: { data } as never, context }).body))).toEqual([]);
});

it('finds words that no speaker names, and no others', () => {
	const speaker = '<button class="hear" data-hear="a b" hidden>x</button>';
	expect(
		unheardIn(`${speaker}<p id="a">One <b>two</b></p><p>Three<input name="c">four</p><i hidden>five</i><p id="b">6</p>`)
	).toEqual(['Three', 'four']);
});
