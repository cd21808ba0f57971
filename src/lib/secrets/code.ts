/*
 * A code as people read and type it, for a survey, a joining card or an enrolment: a 4-character selector and a 12-character verifier in an alphabet
 * without look-alikes (Crockford's base 32). Only the form lives here; hashing and storing are in codes.server.ts.
 */

export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const SELECTOR_LENGTH = 4;
export const CODE_LENGTH = 16;

export interface Code {
	selector: string;
	verifier: string;
}

/** Reads what somebody typed: any case, any spacing or dashes (the minus sign too), O for 0, I or L for 1. Null when it cannot be a code. */
export function readCode(typed: string): Code | null {
	const plain = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}\p{Cf}\u2212.,_]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	if (plain.length !== CODE_LENGTH || ![...plain].every((letter) => ALPHABET.includes(letter))) return null;
	return { selector: plain.slice(0, SELECTOR_LENGTH), verifier: plain.slice(SELECTOR_LENGTH) };
}

/** The code in four groups of four, as it is printed. */
export function printedCode({ selector, verifier }: Code): string {
	return (selector + verifier).match(/.{4}/g)?.join('-') ?? '';
}

/** A code from 16 random bytes: five bits of each, so every letter is equally likely. */
export function codeFromBytes(bytes: Uint8Array): Code {
	const letters = [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
	return { selector: letters.slice(0, SELECTOR_LENGTH), verifier: letters.slice(SELECTOR_LENGTH) };
}
