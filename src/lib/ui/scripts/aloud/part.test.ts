import { describe, expect, it } from 'vitest';
import { namedParts, placeIn, wordAt } from './part.ts';

describe('what a button reads', () => {
	it('is every id in its order', () => {
		expect(namedParts(' a  b c ')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
	});

	it('has the recording at the same place, and none where a dash stands or nothing', () => {
		expect(namedParts('a b c d', '/survey/sound/1 - /survey/sound/3')).toEqual([
			{ id: 'a', sound: '/survey/sound/1' },
			{ id: 'b' },
			{ id: 'c', sound: '/survey/sound/3' },
			{ id: 'd' }
		]);
	});
});

describe('the word that is read', () => {
	it('ends at the next gap or at the end', () => {
		expect(wordAt('Do you feel safe?', 3)).toEqual([3, 6]);
		expect(wordAt('Do you feel safe?', 12)).toEqual([12, 17]);
	});

	it('is found in texts that are split by other parts', () => {
		const lengths = ['Do you', ' feel ', 'safe?'].map((text) => text.length);
		expect(placeIn(lengths, 3)).toEqual({ which: 0, offset: 3 });
		expect(placeIn(lengths, 7)).toEqual({ which: 1, offset: 1 });
		expect(placeIn(lengths, 17)).toEqual({ which: 2, offset: 5 });
		expect(placeIn(lengths, 18)).toEqual({ which: -1, offset: 0 });
	});
});
