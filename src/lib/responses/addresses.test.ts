import { describe, expect, it } from 'vitest';
import { randomId } from '#lib/secrets/envelope.ts';
import { VERSIONS } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { addressOf, pageAt } from './addresses.ts';

const draw = () => ({ seed: randomId() });
const lastOf = (address: string) => address.split('/').at(-1) ?? '';

describe.each(VERSIONS)('the pages of %s', (version) => {
	const { pages } = questionnaireOf(version);
	const all = (visit: { seed: string }) => pages.map((page) => addressOf(visit, page));

	it('have an address each, the same throughout a visit, that leads to the page and says nothing of it', () => {
		const visit = draw();
		expect(new Set(all(visit)).size).toBe(pages.length);
		expect(all({ ...visit })).toEqual(all(visit));
		for (const page of pages) {
			expect(addressOf(visit, page)).toMatch(/^\/survey\/p-[\w-]{10}$/);
			expect(pageAt(visit, pages, lastOf(addressOf(visit, page)))).toBe(page);
		}
	});

	it('share no address with another visit, and are found by none of its addresses nor by their keys', () => {
		const [visit, other] = [draw(), draw()];
		const theirs = new Set(all(other));
		expect(all(visit).filter((address) => theirs.has(address))).toEqual([]);
		for (const segment of [...[...theirs].map(lastOf), ...pages.map(({ key }) => key), 'p-', 'p-madeupword', ''])
			expect(pageAt(visit, pages, segment), segment).toBeNull();
	});
});
