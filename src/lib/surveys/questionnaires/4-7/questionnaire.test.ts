import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../indicators.ts';
import { DOMAINS, isAboutYou, isPicked, isPositive, parseAnswer, PREFER_NOT, type Answer } from '../../question.ts';
import { questionnaireOf, questionOf, questionsOf } from '../../questionnaire.ts';

const questionnaire = questionnaireOf('4-7');
const pages = questionnaire.pages;
const questions = questionsOf(questionnaire);
const withFaces = questions.flatMap((question) => (question.type === 'choice' && question.faces ? [question] : []));

describe('the 4–7 questionnaire', () => {
	it('asks the eleven indicators of this age with three faces, and nothing else with faces', () => {
		const owed = indicatorsOf('4-7').map(({ key }) => key);
		expect(owed).toHaveLength(11);
		expect(withFaces.map(({ indicator }) => indicator).sort()).toEqual([...owed].sort());
		expect(withFaces.every(({ positive, scale }) => positive?.join() === 'yes' && scale === 'faces-3')).toBe(true);
	});

	it('asks one question a page, seventeen in all, without a title in the way of the child’s', () => {
		expect(pages).toHaveLength(17);
		expect(
			pages.every((page) => page.questions.length === 1 && (page.title !== undefined) === (page.for === 'helper'))
		).toBe(true);
		expect(pages.every((page) => page.when === undefined)).toBe(true);
	});

	it('puts a sign beside every question, and says each in at most nine words', () => {
		expect(questions.filter(({ sign }) => sign === undefined)).toEqual([]);
		const child = pages.filter((page) => page.for !== 'helper').flatMap((page) => page.questions);
		expect(child).toHaveLength(13);
		expect(child.filter(({ text }) => text.split(/\s+/).length > 9).map(({ key }) => key)).toEqual([]);
	});

	it('asks the helper who they are first, by kind only, and about the child last', () => {
		const helper = pages.filter((page) => page.for === 'helper').flatMap((page) => page.questions);
		expect(helper.map(({ key }) => key)).toEqual(['helper', 'gender', 'home', 'disability']);
		expect(pages[0]?.for).toBe('helper');
		expect(questions[0]?.help).toMatch(/own social worker or carer cannot be the helper/);
		expect(questions.slice(-3).every((question) => isAboutYou(question) && question.sensitive)).toBe(true);
		expect(questions.filter(isAboutYou)).toHaveLength(3);
	});

	it('names each face so shortly that three stand side by side on a phone', () => {
		const words = withFaces.flatMap(({ options }) => options.slice(0, 3).flatMap(({ label }) => label.split(' ')));
		expect(words.filter((word) => word.length > 4)).toEqual([]);
	});

	it('lets a child not say what is personal, in kind words', () => {
		const personal = withFaces.filter(({ sensitive }) => sensitive);
		expect(personal.map(({ key }) => key)).toEqual(['trusts-adults', 'knows-why-in-care', 'feels-safe']);
		for (const { options } of personal)
			expect(options.at(-1)).toMatchObject({ key: PREFER_NOT, label: 'I do not want to say' });
	});

	it('has two comments, which the helper writes down word for word, and ends the child’s part with what is good', () => {
		const comments = questions.filter(({ type }) => type === 'comment');
		expect(comments.map(({ key }) => key)).toEqual(['better-words', 'good-words']);
		expect(comments.every(({ help }) => help?.includes('word for word'))).toBe(true);
		expect(pages.findLast((page) => page.for !== 'helper')?.questions[0]?.key).toBe('good-words');
	});

	it('takes each of its own options, and neither a bit nor no counts as good news', () => {
		for (const question of questions.filter(isPicked))
			for (const { key } of question.options) expect(parseAnswer(question, [key])).toMatchObject({ kind: 'answered' });
		const verdict = (key: string, answer: Answer) => {
			const question = questionOf(questionnaire, key);
			return question && isPositive(question, answer);
		};
		for (const { key } of withFaces)
			expect(['yes', 'partly', 'no'].map((answer) => verdict(key, answer))).toEqual([true, false, false]);
		expect(verdict('feels-safe', PREFER_NOT)).toBeNull();
	});

	it('covers all five domains, and its addresses say nothing about what is asked', () => {
		expect(new Set(pages.map((page) => page.domain))).toEqual(new Set(DOMAINS));
		expect(pages.map(({ key }) => key)).toEqual(pages.map((_, at) => `page-${at + 1}`));
	});

	it('speaks in a child’s words, and never shouts', () => {
		expect(JSON.stringify(questionnaire)).not.toMatch(/placement|\bcontact\b|\bLAC\b|\bkids?\b|!/i);
	});
});
