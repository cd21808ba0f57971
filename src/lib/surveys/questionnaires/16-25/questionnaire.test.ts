import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../indicators.ts';
import { DOMAINS, GROUPINGS, isAboutYou, isPositive, isPicked, parseAnswer, type Answer } from '../../question.ts';
import { questionnaireOf, questionOf, questionsOf } from '../../questionnaire.ts';

const questionnaire = questionnaireOf('16-25');
const questions = questionsOf(questionnaire);
const pages = questionnaire.pages;

describe('the care leavers’ questionnaire', () => {
	it('asks every indicator that care leavers must be asked, and can tell good news from bad for each', () => {
		const asked = new Map(questions.map((question) => [question.indicator, question]));
		const owed = indicatorsOf('16-25').map(({ key }) => key);
		expect(owed).toHaveLength(29);
		expect(owed.filter((key) => !asked.get(key)?.positive)).toEqual([]);
	});

	it('is about 50 questions on at most 28 pages, at most seven of them to be written', () => {
		expect(questions.length).toBeGreaterThanOrEqual(48);
		expect(questions.length).toBeLessThanOrEqual(54);
		expect(pages.length).toBeGreaterThanOrEqual(24);
		expect(pages.length).toBeLessThanOrEqual(28);
		const comments = questions.filter((question) => question.type === 'comment');
		expect(comments).toHaveLength(6);
		expect(comments.filter((question) => question.short).map(({ key }) => key)).toEqual(['home-word', 'ahead-word']);
	});

	it('covers all five domains and asks about you at the very end, once for each grouping', () => {
		expect(new Set(pages.map((page) => page.domain))).toEqual(new Set(DOMAINS));
		expect(questions.filter(isAboutYou).map((question) => question.grouping)).toEqual([...GROUPINGS]);
		expect(questions.slice(-GROUPINGS.length).every((question) => isAboutYou(question) && question.sensitive)).toBe(
			true
		);
	});

	it('asks about an adviser, a plan, a child, and work or what is in its way, only those they concern', () => {
		const routed = pages.flatMap(({ when, questions: asked }) => (when ? [[when.question, asked[0]?.key]] : []));
		expect(routed).toEqual([
			['education-or-work', 'work-right'],
			['education-or-work', 'work-barriers'],
			['has-adviser', 'trusts-adviser'],
			['has-plan', 'pathway-plan'],
			['has-children', 'parenting']
		]);
	});

	it('has exactly one of the two pages about work for whatever somebody mostly does', () => {
		const mostly = questionOf(questionnaire, 'education-or-work');
		const ways = pages.flatMap(({ when }) => (when?.question === 'education-or-work' ? when.answers : []));
		expect(mostly && isPicked(mostly) ? mostly.options.map(({ key }) => key) : []).toEqual(ways);
	});

	it('takes each of its own options, and counts the lonely, the poor and the stressed as no good news', () => {
		for (const question of questions.filter(isPicked))
			for (const { key } of question.options) expect(parseAnswer(question, [key])).toMatchObject({ kind: 'answered' });
		const verdict = (key: string, answer: Answer) => {
			const question = questionOf(questionnaire, key);
			return question && isPositive(question, answer);
		};
		expect([verdict('loneliness', 'often'), verdict('loneliness', 'sometimes')]).toEqual([false, true]);
		expect([verdict('money', 'hard'), verdict('money', 'mostly')]).toEqual([false, true]);
		expect([verdict('stress', 'always'), verdict('stress', 'never')]).toEqual([false, true]);
		expect([verdict('education-or-work', 'looking'), verdict('education-or-work', 'training')]).toEqual([false, true]);
		expect([verdict('has-plan', 'not-sure'), verdict('sees-dad', 'does-not-fit')]).toEqual([null, null]);
	});

	it('has page addresses that say nothing about what is asked', () => {
		expect(pages.every((page) => /^page-\d+$/.test(page.key))).toBe(true);
	});

	it('speaks plainly to adults, and never shouts', () => {
		expect(JSON.stringify(questionnaire)).not.toMatch(/placement|\bcontact\b|\bLAC\b|\bkids?\b|!/i);
		const long = questions.filter((question) => question.text.split(' ').length > 20);
		expect(long.map((question) => question.key)).toEqual([]);
	});
});
