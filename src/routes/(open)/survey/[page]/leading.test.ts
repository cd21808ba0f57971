import { expect, it } from 'vitest';
import type { Said } from '#lib/surveys/journey.ts';
import type { Page, Questionnaire } from '#lib/surveys/questionnaire.ts';
import { leadsAway, leadsOn, leadsTo } from './leading.ts';

const OPTIONS = [
	{ key: 'yes', label: 'Yes' },
	{ key: 'no', label: 'No' }
];
const asks = (key: string, question: string, when?: Page['when']): Page => ({
	key,
	domain: 'rights',
	...(when ? { when } : {}),
	questions: [{ type: 'choice', key: question, text: `${question}?`, domain: 'rights', options: OPTIONS }]
});
const IF_YES = { question: 'siblings', answers: ['yes'] };
const pages = [
	asks('a', 'fun'),
	asks('b', 'siblings'),
	asks('c', 'see-them', IF_YES),
	asks('d', 'miss-them', IF_YES),
	asks('e', 'end')
];
const questionnaire: Questionnaire = { version: '8-10', edition: '8-10/0', title: 'T', minutes: 1, pages };
const [a, b, c, d, e] = pages as [Page, Page, Page, Page, Page];

const said = (siblings: string | null, done: string, hidden = ''): Said => ({
	answers: siblings ? { siblings } : {},
	done: new Set(done),
	hidden: (page) => hidden.includes(page)
});

it('goes on to the next page that is asked, and back to the one before', () => {
	expect(leadsTo(questionnaire, b, said('no', 'ab'), 'next', false)).toBe('/survey/e');
	expect(leadsTo(questionnaire, b, said('yes', 'ab'), 'skip', false)).toBe('/survey/c');
	expect(leadsTo(questionnaire, e, said('no', 'ab'), 'back', false)).toBe('/survey/b');
	expect(leadsTo(questionnaire, a, said(null, 'a'), 'back', false)).toBe('/survey/start');
	expect(leadsTo(questionnaire, e, said('no', 'abe'), 'next', false)).toBe('/survey/review');
});

it('comes back to the review by way of every page that the change has made newly asked', () => {
	expect(leadsTo(questionnaire, b, said('yes', 'abe'), 'next', true)).toBe('/survey/c?review');
	expect(leadsTo(questionnaire, c, said('yes', 'abce'), 'skip', true)).toBe('/survey/d?review');
	expect(leadsTo(questionnaire, d, said('yes', 'abcde'), 'next', true)).toBe('/survey/review');
	expect(leadsTo(questionnaire, b, said('no', 'abe'), 'next', true)).toBe('/survey/review');
	expect(leadsTo(questionnaire, b, said('yes', 'abcde'), 'next', true)).toBe('/survey/review');
});

it('takes nobody from the review to a page that has nothing to do with the change', () => {
	expect(leadsTo(questionnaire, a, said('yes', 'ab'), 'next', true)).toBe('/survey/review');
	expect(leadsTo(questionnaire, b, said('yes', 'ab'), 'back', true)).toBe('/survey/review');
});

it('leads on from a page that is not asked, and stays on the others', () => {
	expect(leadsOn(questionnaire, c, said('no', 'ab'), false)).toBe('/survey/e');
	expect(leadsOn(questionnaire, d, said('no', 'abe'), true)).toBe('/survey/review');
	expect(leadsOn(questionnaire, c, said('yes', 'ab'), false)).toBeNull();
	expect(leadsOn(questionnaire, a, said('no', 'ab'), false)).toBeNull();
});

it('does not tell from the way what was said in an earlier visit', () => {
	for (const siblings of ['yes', 'no'])
		expect(leadsOn(questionnaire, c, said(siblings, 'abe', 'abe'), false), siblings).toBeNull();
});

it('leads away to stop or to make it comfortable, and back to the same page', () => {
	expect(leadsAway('comfort', '/survey/page-3?review', false)).toBe('/comfort?to=%2Fsurvey%2Fpage-3%3Freview');
	expect(leadsAway('pause', '/survey/page-3', true)).toBe('/survey/pause');
	expect(leadsAway('pause', '/survey/page-3', false)).toBe('/survey/pictures');
	expect(leadsAway('next', '/survey/page-3', true)).toBeNull();
});
