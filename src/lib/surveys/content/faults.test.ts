import { describe, expect, it } from 'vitest';
import type { Page, Questionnaire } from '../content.ts';
import { PREFER_NOT_OPTION, type Choice, type Question } from '../question.ts';
import { contentFaults, questionnaireSchema } from '../questionnaire.ts';

const settled: Choice = {
	type: 'choice',
	key: 'settled',
	text: 'Settled?',
	domain: 'recovery',
	indicator: 'feels-settled',
	scale: 'yes-2',
	positive: ['yes'],
	options: [
		{ key: 'yes', label: 'Yes' },
		{ key: 'no', label: 'No' }
	]
};
const gender: Choice = {
	...settled,
	key: 'gender',
	indicator: undefined,
	positive: undefined,
	grouping: 'gender',
	groups: { yes: 'girls', no: 'boys' }
};
const three = ['yes', 'partly', 'no'].map((key) => ({ key, label: key }));
const faces: Choice = { ...settled, scale: 'faces-3', faces: true, options: three };
const comment: Question = { type: 'comment', key: 'words', text: 'Well?', domain: 'recovery' };

function content(...questions: Question[]): Questionnaire {
	const pages: Page[] = questions.map((question, at) => ({ key: `p${at}`, domain: 'recovery', questions: [question] }));
	return { version: '11-17', edition: '11-17/1', title: 'Test', minutes: 5, pages };
}

const sound = content(settled, gender, comment);
const [first, ...others] = sound.pages as [Page, ...Page[]];

describe('contentFaults', () => {
	it('finds none in sound content, which the schema takes', () => {
		expect(contentFaults(sound)).toEqual([]);
		expect(questionnaireSchema.safeParse(sound).success).toBe(true);
	});

	it('takes three faces, and behind them the way out of a personal question', () => {
		expect(contentFaults(content(faces))).toEqual([]);
		expect(contentFaults(content({ ...faces, sensitive: true, options: [...three, PREFER_NOT_OPTION] }))).toEqual([]);
	});

	it.each<[string, Questionnaire]>([
		['has faces but is not', content({ ...faces, options: three.toReversed() })],
		['has faces but is not', content({ ...faces, options: [...three, { key: 'more', label: 'More' }] })],
		['has faces but is not', content({ ...settled, faces: true })],
		['page key "p1" is used twice', { ...sound, pages: [{ ...first, key: 'p1' }, ...others] }],
		['question key "settled" is used twice', content(settled, { ...comment, key: 'settled' })],
		['indicator "feels-settled" is asked twice', content(settled, { ...settled, key: 'again' })],
		['grouping "gender" is defined twice', content(gender, { ...gender, key: 'again' })],
		['edition "11-17" is not', { ...sound, edition: '11-17' }],
		['edition "8-10/1" is not', { ...sound, edition: '8-10/1' }],
		['8 comments, more than 7', content(...Array.from({ length: 8 }, (_, at) => ({ ...comment, key: `words-${at}` })))],
		['page key "Page one" does not fit', { ...sound, pages: [{ ...first, key: 'Page one' }, ...others] }],
		['page "p0" asks too much or nothing', { ...sound, pages: [{ ...first, questions: [] }, ...others] }],
		['of another domain than its page', { ...sound, pages: [{ ...first, domain: 'rights' }, ...others] }],
		['unknown indicator "joy"', content({ ...settled, indicator: 'joy' })],
		['indicator "good-friend" belongs to relationships', content({ ...settled, indicator: 'good-friend' })],
		['indicator "health" is not for 11-17', content({ ...settled, indicator: 'health' })],
		['has option "yes" twice', content({ ...settled, options: [...settled.options, { key: 'yes', label: 'Aye' }] })],
		['fewer than two options', content({ ...settled, positive: undefined, options: settled.options.slice(0, 1) })],
		['is sensitive without a last way out', content({ ...settled, sensitive: true })],
		['but is not sensitive', content({ ...settled, options: [...settled.options, PREFER_NOT_OPTION] })],
		['is sensitive but has no options', content({ ...comment, sensitive: true })],
		['no published option "maybe" to be positive', content({ ...settled, positive: ['maybe'] })],
		['has only positive answers', content({ ...settled, positive: ['yes', 'no'] })],
		['has positive answers but no scale', content({ ...settled, scale: undefined })],
		['choose-all and cannot have positive', content({ ...settled, type: 'choose-all' })],
		[
			'must be exclusive',
			content({
				...comment,
				type: 'choose-all',
				options: [...settled.options, { key: 'no-fit', label: 'No fit', unpublished: true }]
			})
		],
		[
			'scale "yes-2" has different options',
			content(settled, { ...gender, options: [...gender.options, { key: 'more', label: 'More' }] })
		],
		['needs both a grouping and its groups', content({ ...gender, groups: undefined })],
		['makes 1 groups, not 2 to 4', content({ ...gender, groups: { yes: 'girls' } })],
		['group "cats" of "gender" has no words', content({ ...gender, groups: { yes: 'girls', no: 'cats' } })],
		['groups "maybe", which is no', content({ ...gender, groups: { yes: 'girls', no: 'boys', maybe: 'boys' } })]
	])('says: %s', (fault, faulty) => {
		expect(contentFaults(faulty)).toEqual([expect.stringContaining(fault)]);
		expect(questionnaireSchema.safeParse(faulty).success).toBe(false);
	});

	it('leaves what has the wrong shape to the schema', () => {
		expect(questionnaireSchema.safeParse({ ...sound, version: '5-6' }).success).toBe(false);
		expect(questionnaireSchema.safeParse({ ...sound, surprise: true }).success).toBe(false);
		expect(questionnaireSchema.safeParse(content({ ...comment, text: ' ' })).success).toBe(false);
		expect(questionnaireSchema.safeParse(content({ ...comment, key: 'My words' })).success).toBe(false);
	});
});
