import { describe, expect, it } from 'vitest';
import type { Condition, Page, Questionnaire } from '../content.ts';
import type { Choice, Question } from '../question.ts';
import { questionnaireSchema, routingFaults } from '../questionnaire.ts';

const OPTIONS = ['yes', 'no'].map((key) => ({ key, label: key }));
const choice = (key: string): Choice => ({ type: 'choice', key, text: 'Well?', domain: 'recovery', options: OPTIONS });
const when = (question: string, ...answers: string[]): Condition => ({ question, answers });

function page(key: string, condition?: Condition, question: Question = choice(`${key}-q`)): Page {
	return { key, domain: 'recovery', questions: [question], ...(condition ? { when: condition } : {}) };
}

function content(...pages: Page[]): Questionnaire {
	return { version: '11-17', edition: '11-17/1', title: 'Test', minutes: 5, pages };
}

const comment: Question = { type: 'comment', key: 'words', text: 'Well?', domain: 'recovery' };
const ticks: Question = { ...choice('ticks'), type: 'choose-all' };
const gender: Choice = { ...choice('gender'), grouping: 'gender', groups: { yes: 'girls', no: 'boys' } };
const yes = when('a-q', 'yes');

describe('routingFaults', () => {
	it('finds none where pages follow what decides them, one way or several', () => {
		for (const sound of [
			content(page('a'), page('b', yes), page('c')),
			content(page('a'), page('b', yes), page('c', when('a-q', 'no')), page('d')),
			content(page('a'), page('b', yes))
		]) {
			expect(routingFaults(sound)).toEqual([]);
			expect(questionnaireSchema.safeParse(sound).success).toBe(true);
		}
	});

	it.each<[string, Questionnaire]>([
		['page "b" depends on "gone", which is not asked', content(page('a'), page('b', when('gone', 'yes')))],
		['page "a" depends on "b-q", which is not asked before it', content(page('a', when('b-q', 'yes')), page('b'))],
		['page "a" depends on "a-q", which is not asked before it', content(page('a', yes))],
		[
			'page "b" depends on "ticks", which is no single choice',
			content(page('a', undefined, ticks), page('b', when('ticks', 'yes')))
		],
		['page "b" depends on "maybe", which "a-q" does not offer', content(page('a'), page('b', when('a-q', 'maybe')))],
		['page "b" depends on any answer at all', content(page('a'), page('b', when('a-q', 'yes', 'no')))],
		['page "c" does not follow what decides it: "b" stands between', content(page('a'), page('b'), page('c', yes))],
		['question "words" of "b" must be asked of everybody', content(page('a'), page('b', yes, comment))],
		['question "gender" of "b" must be asked of everybody', content(page('a'), page('b', yes, gender))]
	])('says: %s', (fault, faulty) => {
		expect(routingFaults(faulty)).toEqual([fault]);
		expect(questionnaireSchema.safeParse(faulty).success).toBe(false);
	});

	it('says that a page hangs on one that is itself not asked of everybody', () => {
		const chained = content(page('a'), page('b', yes), page('c', when('b-q', 'yes')));
		expect(routingFaults(chained)).toEqual(['page "c" depends on page "b", which is itself not asked of everybody']);
		expect(questionnaireSchema.safeParse(chained).success).toBe(false);
	});

	it('finds a circle, which no page could be reached through', () => {
		const circle = content(page('a', when('b-q', 'yes')), page('b', yes));
		expect(routingFaults(circle)).toContain('page "a" depends on "b-q", which is not asked before it');
		expect(questionnaireSchema.safeParse(circle).success).toBe(false);
	});

	it('wants pages of two deciding questions kept apart', () => {
		const two: Page = { ...page('a'), questions: [choice('a-q'), choice('x-q')] };
		const mixed = content(two, page('b', yes), page('c', when('x-q', 'yes')));
		expect(routingFaults(mixed)).toEqual(['page "c" does not follow what decides it: "b" stands between']);
	});
});
