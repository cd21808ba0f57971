/*
 * What everybody tries first: the list of common passwords of a well-kept library, and the small changes that people make
 * to them. What else a password or secret words must be is decided where they are chosen.
 */
import { dictionary } from '@zxcvbn-ts/language-common';

const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);
const AROUND = /^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu;

/** The shortest piece that the whole text repeats: `abab` is `ab`, `abc` is itself. */
function repeatedPiece(text: string): string {
	return text.slice(0, (text + text).indexOf(text, 1));
}

/** Each letter the next, the same, or the one before, all the way: abcdefgh, 87654321. */
function isRow(text: string): boolean {
	const steps = [...text].slice(1).map((letter, at) => letter.charCodeAt(0) - text.charCodeAt(at));
	return steps.length > 0 && Math.abs(steps[0] ?? 9) <= 1 && steps.every((step) => step === steps[0]);
}

const isShort = (piece: string) => piece.length <= 4;

/**
 * True for a common password in whatever letters and with whatever spaces, one with digits or signs around it, one twice
 * over, and rows such as abcdefghijkl.
 */
export function isCommonPassword(text: string): boolean {
	const plain = text.toLowerCase().replace(/\s+/g, '');
	return [plain, plain.replace(AROUND, '')].some((one) => {
		const piece = repeatedPiece(one);
		return isShort(piece) || isRow(one) || COMMON.has(one) || COMMON.has(piece);
	});
}
