import { describe, expect, it } from 'vitest';
import { INDICATORS, indicatorOf, indicatorsOf } from './indicators.ts';
import {
	DOMAINS,
	GROUPINGS,
	isAboutYou,
	isPositive,
	parseAnswer,
	VERSIONS,
	type Answer,
	type Question
} from './question.ts';
import { contentFaults, pageOf, questionnaireOf, questionOf, questionsOf, routingFaults } from './questionnaire.ts';

const MOST_BYTES = 3500;

function longestAnswer(question: Question): Answer {
	if (question.type === 'scale') return '10';
	if (question.type === 'comment') return '';
	if (question.type === 'number') return String(question.most);
	const keys = question.options
		.filter((option) => !option.exclusive || question.type === 'choice')
		.map(({ key }) => key);
	return question.type === 'choose-all' ? keys : keys.reduce((long, key) => (key.length > long.length ? key : long));
}

describe('the questionnaires on offer', () => {
	it.each(VERSIONS)('%s has no faults in its content or its routing', (version) => {
		const questionnaire = questionnaireOf(version);
		expect([...contentFaults(questionnaire), ...routingFaults(questionnaire)]).toEqual([]);
	});
});

describe('the 11–17 questionnaire', () => {
	const questionnaire = questionnaireOf('11-17');
	const questions = questionsOf(questionnaire);

	it('asks every indicator that this age must be asked', () => {
		const asked = new Set(questions.map((question) => question.indicator));
		const owed = indicatorsOf('11-17').map((indicator) => indicator.key);
		expect(owed).toHaveLength(37);
		expect(owed.filter((key) => !asked.has(key))).toEqual([]);
	});

	it('can tell good news from bad for every indicator', () => {
		const blind = questions.filter((question) => question.indicator !== undefined && question.positive === undefined);
		expect(blind.map((question) => question.key)).toEqual([]);
	});

	it('is short: 22 to 26 pages, about 46 questions, four or five of them comments', () => {
		expect(questionnaire.pages.length).toBeGreaterThanOrEqual(22);
		expect(questionnaire.pages.length).toBeLessThanOrEqual(26);
		expect(questions.length).toBeGreaterThanOrEqual(44);
		expect(questions.length).toBeLessThanOrEqual(49);
		const comments = questions.filter((question) => question.type === 'comment').length;
		expect([4, 5]).toContain(comments);
	});

	it('covers all five domains and asks about you at the very end, once for each grouping', () => {
		expect(new Set(questionnaire.pages.map((page) => page.domain))).toEqual(new Set(DOMAINS));
		const aboutYou = questions.slice(-GROUPINGS.length);
		expect(aboutYou.every(isAboutYou)).toBe(true);
		expect(questions.filter(isAboutYou).map((question) => question.grouping)).toEqual([...GROUPINGS]);
		expect(aboutYou.every((question) => question.sensitive)).toBe(true);
	});

	it('has page addresses that say nothing about what is asked', () => {
		expect(questionnaire.pages.every((page) => /^page-\d+$/.test(page.key))).toBe(true);
	});

	it('fits into a ballot with every box ticked', () => {
		const ballot = Object.fromEntries(
			questions
				.filter((question) => question.type !== 'comment')
				.map((question) => [question.key, longestAnswer(question)])
		);
		const bytes = new TextEncoder().encode(JSON.stringify(ballot)).length;
		expect(Object.keys(ballot)).toHaveLength(44);
		expect(bytes).toBeLessThan(MOST_BYTES);
	});

	it('accepts each of its own options, and the frightened and the bullied do not count as good news', () => {
		for (const question of questions) {
			if (!('options' in question)) continue;
			for (const { key } of question.options) {
				expect(parseAnswer(question, [key])).toMatchObject({ kind: 'answered' });
			}
		}
		const verdict = (key: string, answer: Answer) => {
			const question = questionOf(questionnaire, key);
			return question && isPositive(question, answer);
		};
		expect([verdict('feels-safe', 'sometimes'), verdict('feels-safe', 'often')]).toEqual([false, true]);
		expect([verdict('bullying', 'sometimes'), verdict('bullying', 'never')]).toEqual([false, true]);
		expect([verdict('worries', 'often'), verdict('worries', 'sometimes')]).toEqual([false, true]);
		expect([verdict('made-different', 'sometimes'), verdict('made-different', 'never')]).toEqual([false, true]);
		expect([verdict('sees-mum', 'not-at-all'), verdict('sees-mum', 'right')]).toEqual([false, true]);
		expect([verdict('sees-siblings', 'does-not-fit'), verdict('sees-mum', 'prefer-not')]).toEqual([null, null]);
		expect([verdict('social-workers-year', 'three'), verdict('social-workers-year', 'two')]).toEqual([false, true]);
	});

	it('speaks to young people in their words, and never shouts', () => {
		const words = JSON.stringify(questionnaire);
		expect(words).not.toMatch(/placement|\bcontact\b|\bLAC\b|!/i);
		const long = questions.filter((question) => question.text.split(' ').length > 20);
		expect(long.map((question) => question.key)).toEqual([]);
	});

	it('finds pages and questions by key, and nothing for a key it does not have', () => {
		expect(pageOf(questionnaire, 'page-1')?.questions[0]?.key).toBe('hobbies');
		expect(pageOf(questionnaire, 'constructor')).toBeNull();
		expect(questionOf(questionnaire, 'feels-safe')?.indicator).toBe('feels-safe');
		expect(questionOf(questionnaire, '')).toBeNull();
	});
});

describe('the indicators', () => {
	it('have keys of their own and can be found by them', () => {
		expect(new Set(INDICATORS.map((indicator) => indicator.key)).size).toBe(INDICATORS.length);
		expect(indicatorOf('feels-safe')?.name).toBe('Feel safe where they live');
		expect(indicatorOf('toString')).toBeNull();
	});

	it('number eleven for 4–7 and thirty-two for 8–10', () => {
		expect([indicatorsOf('4-7').length, indicatorsOf('8-10').length]).toEqual([11, 32]);
	});
});
