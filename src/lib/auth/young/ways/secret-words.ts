/*
 * Secret words: a sentence of one's own instead of a password. What may be chosen, and the plainest form, so that capital
 * letters, commas and a second space never keep anybody out. Hashing and checking are operations beside.
 */
import { isCommonPassword } from '../../often-used-passwords.ts';
import { plainUserName } from '../user-name.ts';

const FEWEST_WORDS = 3;
const FEWEST_LETTERS_IN_WORDS = 10;
const FEWEST_LETTERS = 12;
const FEWEST_DIFFERENT = 5;
export const MOST_LETTERS = 120;

/** Small letters and numbers with single spaces between. */
export function plainWords(typed: string): string {
	return typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
}

export type WordsRead =
	{ kind: 'words'; words: string } | { kind: 'short' } | { kind: 'long' } | { kind: 'common' } | { kind: 'the name' };

/** Reads what somebody would like their secret words to be: three words or more, or twelve letters or more. */
export function readSecretWords(typed: string, userName: string): WordsRead {
	if (typed.length > MOST_LETTERS) return { kind: 'long' };
	const words = plainWords(typed);
	const each = words.split(' ');
	const together = each.join('');
	const letters = [...together].length;
	const enough = letters >= (each.length >= FEWEST_WORDS ? FEWEST_LETTERS_IN_WORDS : FEWEST_LETTERS);
	if (!enough) return { kind: 'short' };
	if (plainUserName(words) === plainUserName(userName)) return { kind: 'the name' };
	// "ha ha ha ha ha ha" and "aaaaaaaaaaaa" are long, and among the first that somebody tries.
	const oneAgainAndAgain = (each.length > 1 && new Set(each).size === 1) || new Set(together).size < FEWEST_DIFFERENT;
	if (oneAgainAndAgain || isCommonPassword(words)) return { kind: 'common' };
	return { kind: 'words', words };
}
