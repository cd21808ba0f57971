import { describe, expect, it } from 'vitest';
import type { Questionnaire } from './content.ts';
import { nextPage, pageAfter, pageBefore, progressAt, type Said } from './journey.ts';
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
