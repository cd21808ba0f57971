/*
 * 8–10, the scale families in easier words: the same keys as for everyone, so that answers can be pooled.
 * Labels and signs only; the families themselves are in ../scales.ts.
 */
import type { Choice, Option } from '../../question.ts';
import { AGREEMENT, amountOfSeeing, FREQUENCY } from '../scales.ts';

type Family = Pick<Choice, 'type' | 'options'> & { scale: string };

function inEasyWords<F extends Family>(family: F, words: Readonly<Record<string, string>>): F {
	const options = family.options.map((option): Option => ({ ...option, label: words[option.key] ?? option.label }));
	return { ...family, options };
}

/** How often something is so. */
export const HOW_OFTEN = inEasyWords(FREQUENCY, {
	always: 'Always',
	often: 'A lot of the time',
	sometimes: 'Sometimes',
	never: 'Never'
});
/** The answers that say that it happens at all, for what is asked only of those it happens to. */
export const EVER = ['always', 'often', 'sometimes'];

/** How far a sentence about yourself is true. */
export const HOW_TRUE = inEasyWords(AGREEMENT, {
	very: 'Very true',
	mostly: 'Mostly true',
	slightly: 'A bit true',
	not: 'Not true'
});

/** How much you see somebody, against how much you would like to. */
export const howMuch = (none: string, doesNotFit: string): Family =>
	inEasyWords(amountOfSeeing(none, doesNotFit), { 'too-little': 'Not enough' });

/** The way out of a personal question. */
export const NOT_SAY = 'I do not want to say';
