import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../indicators.ts';
import {
	DOMAINS,
	GROUPINGS,
	isAboutYou,
	isPicked,
	isPositive,
	parseAnswer,
	PREFER_NOT,
	publishedOptions,
	type Answer
} from '../../question.ts';
import { questionnaireOf, questionOf, questionsOf } from '../../questionnaire.ts';

const questionnaire = questionnaireOf('8-10');
const pages = questionnaire.pages;
const questions = questionsOf(questionnaire);

describe('the 8–10 questionnaire', () => {
	it('asks every indicator that this age must be asked, and can tell good news from bad for each', () => {
		const asked = new Map(questions.map((question) => [question.indicator, question]));
		const owed = indicatorsOf('8-10').map(({ key }) => key);
		expect(owed).toHaveLength(32);
		expect(owed.filter((key) => !asked.get(key)?.positive)).toEqual([]);
	});

	it('is 33 questions for everybody, besides those about you, with two comments', () => {
		const ofEverybody = pages.filter((page) => !page.when).flatMap((page) => page.questions);
		const besides = ofEverybody.filter((question) => !isAboutYou(question)).length;
		expect(besides).toBe(33);
		expect(questions).toHaveLength(40);
		expect(questions.filter(({ type }) => type === 'comment').map(({ key }) => key)).toEqual([
			'better-words',
			'good-words'
		]);
	});

	it('asks one or two questions a page, each page with a title', () => {
		expect(pages.every((page) => page.questions.length <= 2 && page.title)).toBe(true);
		expect(pages).toHaveLength(26);
	});

	it('puts a sign beside every question and every option', () => {
		const bare = questions.flatMap((question) => [
			...(question.sign ? [] : [question.key]),
			...(isPicked(question) ? question.options.filter(({ sign }) => !sign).map(({ label }) => label) : [])
		]);
		expect(bare).toEqual([]);
	});

	it('gives at most four answers to a scale, besides the ways out', () => {
		const scaled = questions.filter(({ scale }) => scale);
		expect(scaled.length).toBeGreaterThanOrEqual(32);
		expect(scaled.filter((question) => publishedOptions(question).length > 4).map(({ key }) => key)).toEqual([]);
	});

	it('asks nobody what does not fit them', () => {
		const routed = pages.flatMap(({ when, questions: [first] }) => (when ? [[first?.key, when]] : []));
		expect(Object.fromEntries(routed)).toEqual({
			'social-worker-reach': { question: 'knows-social-worker', answers: ['yes', 'partly'] },
			'sees-siblings': { question: 'has-siblings', answers: ['yes'] },
			'bullying-help': { question: 'bullying', answers: ['always', 'often', 'sometimes'] }
		});
	});

	it('asks in the same scale family as 11–17 wherever it asks the same, but for yesterday, which they answer 0 to 10', () => {
		const older = new Map(questionsOf(questionnaireOf('11-17')).map((question) => [question.indicator, question]));
		const unlike = questions.filter(
			({ indicator, scale }) => indicator !== undefined && scale !== older.get(indicator)?.scale
		);
		expect(unlike.map(({ key }) => key)).toEqual(['happy-yesterday']);
		for (const question of questions.filter(({ indicator, key }) => indicator && key !== 'happy-yesterday')) {
			const keys = (one: typeof question) => publishedOptions(one).map(({ key }) => key);
			expect(keys(question)).toEqual(keys(older.get(question.indicator) ?? question));
			expect(question.positive).toEqual(older.get(question.indicator)?.positive);
		}
	});

	it('covers all five domains and asks about you at the very end, once for each grouping', () => {
		expect(new Set(pages.map((page) => page.domain))).toEqual(new Set(DOMAINS));
		expect(questions.filter(isAboutYou).map(({ grouping }) => grouping)).toEqual([...GROUPINGS]);
		const last = questions.slice(-GROUPINGS.length);
		expect(last.every((question) => isAboutYou(question) && question.sensitive)).toBe(true);
	});

	it('takes each of its own options, and the frightened, the bullied and the worried are no good news', () => {
		for (const question of questions.filter(isPicked))
			for (const { key } of question.options) expect(parseAnswer(question, [key])).toMatchObject({ kind: 'answered' });
		const verdict = (key: string, answer: Answer) => {
			const question = questionOf(questionnaire, key);
			return question && isPositive(question, answer);
		};
		expect([verdict('feels-safe', 'sometimes'), verdict('feels-safe', 'often')]).toEqual([false, true]);
		expect([verdict('bullying', 'sometimes'), verdict('bullying', 'never')]).toEqual([false, true]);
		expect([verdict('worries', 'often'), verdict('worries', 'sometimes')]).toEqual([false, true]);
		expect([verdict('made-different', 'sometimes'), verdict('made-different', 'never')]).toEqual([false, true]);
		expect([verdict('happy-yesterday', 'slightly'), verdict('happy-yesterday', 'mostly')]).toEqual([false, true]);
		expect([verdict('life-getting-better', 'same'), verdict('life-getting-better', 'bit-better')]).toEqual([
			false,
			true
		]);
		expect([verdict('sees-mum', 'does-not-fit'), verdict('feels-safe', PREFER_NOT)]).toEqual([null, null]);
		expect([verdict('bullying', 'not-there'), verdict('bullying-help', 'not-bullied')]).toEqual([null, null]);
	});

	it('has page addresses that say nothing about what is asked', () => {
		expect(pages.map(({ key }) => key)).toEqual(pages.map((_, at) => `page-${at + 1}`));
	});

	it('speaks in short sentences, only one with more than twelve words, and never shouts', () => {
		expect(JSON.stringify(questionnaire)).not.toMatch(/placement|\bcontact\b|\bLAC\b|\bkids?\b|!/i);
		const long = questions.filter((question) => question.text.split(/\s+/).length > 12);
		expect(long.map(({ key }) => key)).toEqual(['disability']);
	});
});
