import { describe, expect, it } from 'vitest';
import type { Questionnaire } from './content.ts';
import { nextPage, onTheWay, pageAfter, pageBefore, progressAt, standingOf, type Said } from './journey.ts';
import type { Domain } from './question.ts';

function page(key: string, domain: Domain) {
	return { key, domain, questions: [{ type: 'comment' as const, key: `${key}-q`, text: 'Well?', domain }] };
}

const questionnaire: Questionnaire = {
	version: '8-10',
	edition: '8-10/1',
	title: 'Test',
	minutes: 5,
	pages: [page('a', 'rights'), page('b', 'recovery'), page('c', 'rights'), page('d', 'recovery')]
};

const after = (...done: string[]): Said => ({ answers: {}, done: new Set(done), hidden: () => false });

describe('journey', () => {
	it('goes on at the first page that is not done, also when a later one is', () => {
		expect(nextPage(questionnaire, after())?.key).toBe('a');
		expect(nextPage(questionnaire, after('a', 'c', 'no-such-page'))?.key).toBe('b');
	});

	it('goes to the review when all pages are done', () => {
		expect(nextPage(questionnaire, after('a', 'b', 'c', 'd'))).toBeNull();
	});

	it('walks forwards and back, and stops at both ends', () => {
		expect(pageAfter(questionnaire, 'b', after())?.key).toBe('c');
		expect(pageBefore(questionnaire, 'b', after())?.key).toBe('a');
		expect(pageAfter(questionnaire, 'd', after())).toBeNull();
		expect(pageBefore(questionnaire, 'a', after())).toBeNull();
		expect(pageAfter(questionnaire, 'no-such-page', after())).toBeNull();
		expect(pageBefore(questionnaire, 'no-such-page', after())).toBeNull();
	});

	it('says how far a page is along, in all and by domain', () => {
		expect(progressAt(questionnaire, 'a')).toEqual({
			page: 1,
			of: 4,
			domains: [
				{ domain: 'rights', share: 0 },
				{ domain: 'recovery', share: 0 }
			]
		});
		expect(progressAt(questionnaire, 'd').domains).toEqual([
			{ domain: 'rights', share: 1 },
			{ domain: 'recovery', share: 0.5 }
		]);
	});

	it('has everything behind it on the review page', () => {
		const { page, domains } = progressAt(questionnaire, 'review');
		expect(page).toBe(4);
		expect(domains.every(({ share }) => share === 1)).toBe(true);
	});
});

describe('a way that forks', () => {
	const options = ['yes', 'no'].map((key) => ({ key, label: key }));
	const asks = {
		...page('b', 'rights'),
		questions: [{ type: 'choice' as const, key: 'b-q', text: '?', domain: 'rights' as const, options }]
	};
	const only = { ...page('c', 'rights'), when: { question: 'b-q', answers: ['yes'] } };
	const forked: Questionnaire = { ...questionnaire, pages: [page('a', 'rights'), asks, only, page('d', 'recovery')] };
	const [, , dependent] = forked.pages;

	function having(answer: string | null, done: string[], earlier: string[] = []): Said {
		const answers: Said['answers'] = answer === null ? {} : { 'b-q': answer };
		return { answers, done: new Set([...done, ...earlier]), hidden: (key) => earlier.includes(key) };
	}
	const way = (said: Said) => onTheWay(forked, said).map(({ key }) => key);
	const standing = (said: Said) => dependent && standingOf(forked, dependent, said);

	it('leads whoever said yes over the page in between, and everybody else past it, there and back', () => {
		expect(way(having('yes', ['a', 'b']))).toEqual(['a', 'b', 'c', 'd']);
		expect(pageAfter(forked, 'b', having('yes', ['a', 'b']))?.key).toBe('c');
		for (const said of [having('no', ['a', 'b']), having(null, ['a', 'b'])]) {
			expect(way(said)).toEqual(['a', 'b', 'd']);
			expect(nextPage(forked, said)?.key).toBe('d');
			expect(pageAfter(forked, 'b', said)?.key).toBe('d');
			expect(pageBefore(forked, 'd', said)?.key).toBe('b');
		}
	});

	it('goes to the review without the page that was not asked, and back to it when the answer changes', () => {
		expect(nextPage(forked, having('no', ['a', 'b', 'd']))).toBeNull();
		expect(nextPage(forked, having('yes', ['a', 'b', 'd']))?.key).toBe('c');
	});

	it('asks whoever comes back exactly in between, whatever was said before', () => {
		for (const said of ['yes', 'no', null].map((answer) => having(answer, [], ['a', 'b']))) {
			expect(nextPage(forked, said)?.key).toBe('c');
			expect(pageAfter(forked, 'b', said)?.key).toBe('c');
			expect(standing(said)).toBe('asked');
		}
	});

	it('leaves the page where it was once it was answered then, whatever was said before', () => {
		for (const answer of ['yes', 'no', null]) {
			expect(standing(having(answer, ['c'], ['a', 'b']))).toBe('asked');
			expect(pageBefore(forked, 'd', having(answer, ['c', 'd'], ['a', 'b']))?.key).toBe('c');
		}
	});

	it('hides the page from whoever stopped behind it, whether it was asked or not', () => {
		const asked = having('yes', [], ['a', 'b', 'c', 'd']);
		const passed = having('no', [], ['a', 'b', 'd']);
		expect([standing(asked), standing(passed)]).toEqual(['hidden', 'hidden']);
		expect(way(passed)).toEqual(way(asked));
		expect([nextPage(forked, asked), nextPage(forked, passed)]).toEqual([null, null]);
	});

	it('goes by what is said now once the deciding page is answered anew', () => {
		expect(standing(having('no', ['b'], ['a', 'd']))).toBe('passed over');
		expect(standing(having('yes', ['b'], ['a', 'd']))).toBe('asked');
	});
});
