import { expect, it } from 'vitest';
import { choose, mayBeChosen, NOTHING_CHOSEN, PASSWORD_PICTURES, pickedInOrder } from './picture-password.ts';

it('there are 36 pictures, each once', () => {
	expect(new Set(PASSWORD_PICTURES).size).toBe(36);
});

it('keeps the order of the taps, one at a time or all at once', () => {
	expect(pickedInOrder(['sun'], ['cat'])).toEqual(['sun', 'cat']);
	expect(pickedInOrder([], ['cat', 'sun', 'cat', 'tent'])).toEqual(['cat', 'sun', 'cat', 'tent']);
});

it('never takes a fifth, nor what is no picture', () => {
	expect(pickedInOrder(['sun', 'sun', 'cat', 'cat'], ['tent'])).toHaveLength(4);
	expect(pickedInOrder([], ['<script>', 'constructor', 'sun'])).toEqual(['sun']);
});

it('four times the same may not be chosen; four with one other may', () => {
	expect(mayBeChosen(['sun', 'sun', 'sun', 'sun'])).toBe(false);
	expect(mayBeChosen(['sun', 'sun', 'sun', 'cat'])).toBe(true);
	expect(mayBeChosen(['sun', 'cat', 'tent'])).toBe(false);
});

it('are chosen by picking the same four twice, tap by tap', () => {
	let choosing = NOTHING_CHOSEN;
	for (const picture of ['sun', 'cat', 'tent', 'cat', 'sun', 'cat', 'tent']) {
		const choice = choose(choosing, [picture]);
		if (choice.kind !== 'go on') throw new Error(choice.kind);
		({ choosing } = choice);
	}
	expect(choosing).toEqual({ first: ['sun', 'cat', 'tent', 'cat'], picked: ['sun', 'cat', 'tent'] });
	expect(choose(choosing, ['cat'])).toEqual({ kind: 'chosen', pictures: ['sun', 'cat', 'tent', 'cat'] });
	expect(choose(choosing, ['sun'])).toEqual({ kind: 'not the same again', choosing: NOTHING_CHOSEN });
	expect(choose(NOTHING_CHOSEN, ['sun', 'sun', 'sun', 'sun'])).toEqual({
		kind: 'all the same',
		choosing: NOTHING_CHOSEN
	});
});
