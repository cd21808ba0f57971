import { describe, expect, it } from 'vitest';
import { questionnaireOf } from './questionnaire.ts';
import {
	conditionInWords,
	decidingPage,
	holds,
	isAsked,
	onlyAsked,
	pagesDecidedBy,
	passedOver,
	type Answers
} from './routing.ts';

const questionnaire = questionnaireOf('8-10');

function asking(question: string) {
	const page = questionnaire.pages.find(({ questions }) => questions.some(({ key }) => key === question));
	if (!page) throw new Error(`${question} is asked`);
	return page;
}

describe('who is asked what', () => {
	it('asks about seeing brothers and sisters only who says that there are some elsewhere', () => {
		const page = asking('sees-siblings');
		expect(isAsked(page, { 'has-siblings': 'yes' })).toBe(true);
		const others: Answers[] = [{}, { 'has-siblings': 'no' }, { 'has-siblings': 'prefer-not' }, { 'sees-mum': 'yes' }];
		for (const answers of others) expect(isAsked(page, answers)).toBe(false);
		expect(isAsked(asking('has-siblings'), {})).toBe(true);
	});

	it('asks about help with bullying whoever it keeps from school, however seldom', () => {
		const asked = ['always', 'often', 'sometimes', 'never', 'not-there', 'prefer-not'].filter((bullying) =>
			isAsked(asking('bullying-help'), { bullying })
		);
		expect(asked).toEqual(['always', 'often', 'sometimes']);
	});

	it('meets a condition with any of several ticks, with none by skipping, and by no name that everything has', () => {
		const condition = { question: 'ticks', answers: ['a', 'b'] };
		expect(holds(condition, { ticks: ['c', 'b'] })).toBe(true);
		expect([holds(condition, { ticks: ['c'] }), holds(condition, { ticks: [] }), holds(condition, {})]).toEqual([
			false,
			false,
			false
		]);
		expect(holds({ question: 'toString', answers: ['a'] }, {})).toBe(false);
	});

	it('knows what decides a page and what a page decides', () => {
		const [deciding, page] = [asking('has-siblings'), asking('sees-siblings')];
		expect(decidingPage(questionnaire, page)).toBe(deciding);
		expect(decidingPage(questionnaire, deciding)).toBeNull();
		expect(pagesDecidedBy(questionnaire, deciding)).toEqual([page]);
		expect(pagesDecidedBy(questionnaire, page)).toEqual([]);
		expect(passedOver(questionnaire, deciding, { 'has-siblings': 'no' })).toEqual([page]);
		expect(passedOver(questionnaire, deciding, { 'has-siblings': 'yes' })).toEqual([]);
	});

	it('counts only answers to what was asked, and keeps what it does not know', () => {
		const said = { 'has-siblings': 'no', 'sees-siblings': 'right', 'sees-mum': 'right', other: ['a'] };
		const { 'sees-siblings': _gone, ...counted } = said;
		expect(onlyAsked(questionnaire, said)).toEqual(counted);
		expect(onlyAsked(questionnaire, { ...said, 'has-siblings': 'yes' })).toEqual({ ...said, 'has-siblings': 'yes' });
		expect(onlyAsked(questionnaire, { 'sees-siblings': 'right' })).toEqual({});
	});

	it('says a condition in the words of the question', () => {
		expect(conditionInWords(questionnaire, { question: 'has-siblings', answers: ['yes'] })).toEqual({
			question: 'Do you have a brother or sister who lives somewhere else?',
			answers: ['Yes']
		});
		expect(conditionInWords(questionnaire, { question: 'gone', answers: ['yes'] })).toEqual({
			question: 'gone',
			answers: ['yes']
		});
	});
});
