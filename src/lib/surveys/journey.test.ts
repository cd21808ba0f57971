import { describe, expect, it } from 'vitest';
import type { Questionnaire } from './content.ts';
import { nextPage, pageAfter, pageBefore, progressAt } from './journey.ts';
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

describe('journey', () => {
	it('goes on at the first page that is not done, also when a later one is', () => {
		expect(nextPage(questionnaire, new Set())?.key).toBe('a');
		expect(nextPage(questionnaire, new Set(['a', 'c', 'no-such-page']))?.key).toBe('b');
	});

	it('goes to the review when all pages are done', () => {
		expect(nextPage(questionnaire, new Set(['a', 'b', 'c', 'd']))).toBeNull();
	});

	it('walks forwards and back, and stops at both ends', () => {
		expect(pageAfter(questionnaire, 'b')?.key).toBe('c');
		expect(pageBefore(questionnaire, 'b')?.key).toBe('a');
		expect(pageAfter(questionnaire, 'd')).toBeNull();
		expect(pageBefore(questionnaire, 'a')).toBeNull();
		expect(pageAfter(questionnaire, 'no-such-page')).toBeNull();
		expect(pageBefore(questionnaire, 'no-such-page')).toBeNull();
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
