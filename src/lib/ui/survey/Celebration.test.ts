import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { VERSIONS } from '#lib/surveys/question.ts';
import Celebration from './Celebration.svelte';

test('the younger are waved to among stars, the older are not, and the picture says nothing that has to be heard', () => {
	const stars = VERSIONS.map((version) => {
		const { body } = render(Celebration, { props: { version } });
		expect(body).toContain('aria-hidden="true"');
		expect(body).not.toMatch(/<text|\d+\s*(?:points|%)/u);
		return (body.match(/class="paper/gu) ?? []).length;
	});
	expect(stars).toEqual([6, 5, 0, 0]);
});
