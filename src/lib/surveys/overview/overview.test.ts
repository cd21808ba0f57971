import { expect, it } from 'vitest';
import { contentFaults, questionnaireOf, routingFaults, type Page, type Questionnaire } from '../questionnaire.ts';
import { isAsked } from '../routing.ts';
import { VERSIONS, type Question } from '../question.ts';
import { reviewOf } from '../review.ts';
import { EXAMPLE_WORDS, exampleOfSaid } from './example.ts';
import { agesOf, factsOf, versionNamed } from './facts.ts';
import { questionsWith } from './finding.ts';
import { pageAhead, pageBehind } from './leading-on.ts';
import { stretchesOf } from './stretches.ts';

const choice = (key: string, text: string): Question => ({
	type: 'choice',
	key,
	text,
	domain: 'relationships',
	options: [
		{ key: 'yes', label: 'Yes' },
		{ key: 'no', label: 'No' },
		{ key: 'unsure', label: 'I’m not sure' }
	]
});
const page = (key: string, answers?: readonly string[]): Page => ({
	key,
	domain: 'relationships',
	...(answers && { when: { question: 'siblings', answers } }),
	questions: [key === 'b' ? choice('siblings', 'Do you have brothers or sisters?') : choice(key, `About ${key}?`)]
});
const questionnaire: Questionnaire = {
	version: '8-10',
	edition: '8-10/1',
	title: 'Test',
	minutes: 5,
	pages: [page('a'), page('b'), page('c', ['yes']), page('d', ['yes']), page('e', ['no']), page('f')]
};
const [a, b, c, d, e, f] = questionnaire.pages as [Page, Page, Page, Page, Page, Page];

it('is tried with content that a build would take', () => {
	expect([...contentFaults(questionnaire), ...routingFaults(questionnaire)]).toEqual([]);
});

it('draws the map as stretches, and says for whom a branch is and where it comes back', () => {
	const question = 'Do you have brothers or sisters?';
	expect(stretchesOf(questionnaire).map(({ pages, branch }) => [pages.map(({ number }) => number), branch])).toEqual([
		[[1, 2], null],
		[[3, 4], { question, answers: ['Yes'], rejoins: 6 }],
		[[5], { question, answers: ['No'], rejoins: 6 }],
		[[6], null]
	]);
	const ending = { ...questionnaire, pages: questionnaire.pages.slice(0, 4) };
	expect(stretchesOf(ending).at(-1)?.branch?.rejoins).toBeNull();
});

it('loses no page of any version on its map', () => {
	for (const version of VERSIONS) {
		const shown = stretchesOf(questionnaireOf(version)).flatMap(({ pages }) => pages.map((placed) => placed.page));
		expect(shown).toEqual(questionnaireOf(version).pages);
	}
});

it('leads on by what was just said, through the branch, and past it', () => {
	const way = (from: Page, said: string | null) => pageAhead(questionnaire, from, { siblings: said })?.key ?? null;
	expect(way(a, null)).toBe('b');
	expect(way(b, 'yes')).toBe('c');
	expect(way(c, null)).toBe('d');
	expect(way(d, null)).toBe('f');
	expect(way(b, 'no')).toBe('e');
	expect(way(e, null)).toBe('f');
	expect(way(b, 'unsure')).toBe('f');
	expect(way(b, null)).toBe('f');
	expect(way(f, null)).toBeNull();
});

it('leads back the way somebody came, and to the deciding page where nobody knows', () => {
	const back = (from: Page, via: string | null) => pageBehind(questionnaire, from, via)?.key ?? null;
	expect(back(f, 'd')).toBe('d');
	expect(back(f, 'b')).toBe('b');
	expect(back(f, null)).toBe('b');
	expect(back(d, null)).toBe('c');
	expect(back(e, null)).toBe('b');
	expect(back(a, 'f')).toBeNull();
	expect(back(c, 'no such page')).toBe('b');
});

it('counts what stands on the card of a version', () => {
	expect(factsOf(questionnaire)).toMatchObject({
		pages: 6,
		routed: 3,
		questions: 6,
		sensitive: 0,
		ownWords: 0,
		domains: [{ domain: 'relationships', questions: 6 }],
		indicators: { asked: 0 }
	});
	const { indicators, questions } = factsOf(questionnaireOf('11-17'));
	expect(indicators.asked).toBe(indicators.of);
	expect(questions).toBeGreaterThan(indicators.of);
});

it('finds questions by words of their text, answers and indicator, in any order and with any apostrophe', () => {
	const keys = (search: string) => questionsWith([questionnaire], search).map(({ question }) => question.key);
	expect(keys('SISTERS brothers')).toEqual(['siblings']);
	expect(keys("i'm not")).toHaveLength(6);
	expect(keys('brothers bedroom')).toEqual([]);
	expect(keys('  ')).toEqual([]);
	const [found] = questionsWith([questionnaireOf('11-17')], 'like their bedroom');
	expect(found).toMatchObject({ version: '11-17', question: { key: 'likes-bedroom' } });
});

it('knows a version by its address, and nothing else', () => {
	expect(VERSIONS.map(versionNamed)).toEqual(VERSIONS);
	expect(['11', '', '__proto__', '11-17/1'].map(versionNamed)).toEqual([null, null, null, null]);
	expect(agesOf('16-25')).toBe('16 to 25');
});

it('makes up answers that the questionnaire could have been given, of every version', () => {
	for (const version of VERSIONS) {
		const content = questionnaireOf(version);
		const said = exampleOfSaid(content);
		expect([...said.done]).toEqual(content.pages.filter((one) => isAsked(one, said.answers)).map(({ key }) => key));
		const reviewed = reviewOf(content, said);
		expect(reviewed.every(({ state }) => state === 'now')).toBe(true);
		const words = content.pages.flatMap(({ questions }) => questions).filter(({ type }) => type === 'comment');
		for (const { key } of words) expect([EXAMPLE_WORDS, undefined]).toContain(said.answers[key]);
	}
});
