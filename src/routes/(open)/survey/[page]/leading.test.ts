import { expect, it } from 'vitest';
import type { Said } from '#lib/surveys/journey.ts';
import type { Page, Questionnaire } from '#lib/surveys/questionnaire.ts';
import { addressIn, leadsAway, leadsOn, leadsTo } from './leading.ts';

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
	expect(leadsTo(questionnaire, b, said('no', 'ab'), 'next', false)).toBe(e);
	expect(leadsTo(questionnaire, b, said('yes', 'ab'), 'skip', false)).toBe(c);
	expect(leadsTo(questionnaire, e, said('no', 'ab'), 'back', false)).toBe(b);
	expect(leadsTo(questionnaire, a, said(null, 'a'), 'back', false)).toBe('start');
	expect(leadsTo(questionnaire, e, said('no', 'abe'), 'next', false)).toBe('review');
});

it('comes back to the review by way of every page that the change has made newly asked', () => {
	expect(leadsTo(questionnaire, b, said('yes', 'abe'), 'next', true)).toBe(c);
	expect(leadsTo(questionnaire, c, said('yes', 'abce'), 'skip', true)).toBe(d);
	expect(leadsTo(questionnaire, d, said('yes', 'abcde'), 'next', true)).toBe('review');
	expect(leadsTo(questionnaire, b, said('no', 'abe'), 'next', true)).toBe('review');
	expect(leadsTo(questionnaire, b, said('yes', 'abcde'), 'next', true)).toBe('review');
});

it('takes nobody from the review to a page that has nothing to do with the change', () => {
	expect(leadsTo(questionnaire, a, said('yes', 'ab'), 'next', true)).toBe('review');
	expect(leadsTo(questionnaire, b, said('yes', 'ab'), 'back', true)).toBe('review');
});

it('leads on from a page that is not asked, and stays on the others', () => {
	expect(leadsOn(questionnaire, c, said('no', 'ab'), false)).toBe(e);
	expect(leadsOn(questionnaire, d, said('no', 'abe'), true)).toBe('review');
	expect(leadsOn(questionnaire, c, said('yes', 'ab'), false)).toBeNull();
	expect(leadsOn(questionnaire, a, said('no', 'ab'), false)).toBeNull();
});

it('does not tell from the way what was said in an earlier visit', () => {
	for (const siblings of ['yes', 'no'])
		expect(leadsOn(questionnaire, c, said(siblings, 'abe', 'abe'), false), siblings).toBeNull();
});

it('gives the pages addresses of the visit, with the way back to the review', () => {
	const [visit, other] = [{ seed: 'one' }, { seed: 'other' }];
	expect(addressIn(visit, 'review', true)).toBe('/survey/review');
	expect(addressIn(visit, 'start', false)).toBe('/survey/start');
	expect(addressIn(visit, c, false)).toMatch(/^\/survey\/p-[\w-]{10}$/);
	expect(addressIn(visit, c, true)).toBe(`${addressIn(visit, c, false)}?review`);
	expect(addressIn(other, c, false)).not.toBe(addressIn(visit, c, false));
});

it('leads away to stop or to make it comfortable, and back to the same page', () => {
	expect(leadsAway('comfort', '/survey/page-3?review', false)).toBe('/comfort?to=%2Fsurvey%2Fpage-3%3Freview');
	expect(leadsAway('pause', '/survey/page-3', true)).toBe('/survey/pause');
	expect(leadsAway('pause', '/survey/page-3', false)).toBe('/survey/pictures');
	expect(leadsAway('next', '/survey/page-3', true)).toBeNull();
});
