import { expect, it } from 'vitest';
import { translator } from '#lib/i18n/translate.ts';
import { HOURS, hourInWords } from './hours.ts';

it('tells every hour apart, as people say it', () => {
	const words = HOURS.map((hour) => hourInWords(translator('en'), hour));
	expect(new Set(words).size).toBe(24);
	expect([0, 5, 8, 12, 13, 21, 23].map((hour) => words[hour])).toEqual([
		'midnight',
		'5 at night',
		'8 in the morning',
		'midday',
		'1 in the afternoon',
		'9 in the evening',
		'11 at night'
	]);
});
