import { expect, it } from 'vitest';
import { questionnaireOf, questionsOf } from './questionnaire.ts';
import type { Answer } from './question.ts';
import { inWords, reviewOf } from './review.ts';

const questionnaire = questionnaireOf('11-17');
const questions = questionsOf(questionnaire);

it('says every answer in the words of its question', () => {
	for (const question of questions) {
		expect(inWords(question, undefined)).toEqual([]);
		if (question.type === 'comment') expect(inWords(question, 'My own words')).toEqual(['My own words']);
		else if (question.type === 'scale') expect(inWords(question, '7')).toEqual(['7 of 10']);
		else if ('options' in question) {
			const keys = question.options.map(({ key }) => key);
			const labels = question.options.map(({ label }) => label);
			expect(inWords(question, keys)).toEqual(labels);
			expect(inWords(question, keys[0])).toEqual(labels.slice(0, 1));
		}
	}
});

it('shows this visit’s answers page by page, names earlier ones without a word of them, and what is still to come', () => {
	const [earlier, now, later] = questionnaire.pages;
	if (!earlier || !now || !later) throw new Error('there are three pages');
	const answers: Record<string, Answer> = {};
	for (const { key, ...question } of questions) {
		answers[key] =
			question.type === 'choice' ? (question.options[0]?.key ?? '') : question.type === 'scale' ? '3' : 'said';
	}
	const review = reviewOf(questionnaire, {
		answers,
		hidden: (page) => page === earlier.key,
		done: new Set([earlier.key, now.key])
	});
	expect(review.map(({ key }) => key)).toEqual(questionnaire.pages.map(({ key }) => key));
	expect(review.slice(0, 3).map(({ state }) => state)).toEqual(['earlier', 'now', 'not yet']);
	expect(review[0]?.questions).toEqual([]);
	expect(JSON.stringify(review[0])).not.toContain('said');
	expect(review[1]?.questions.map(({ key }) => key)).toEqual(now.questions.map(({ key }) => key));
	expect(review[1]?.questions.every(({ said }) => said.length === 1)).toBe(true);
});
