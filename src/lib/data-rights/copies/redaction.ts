/*
 * Blacking words out by hand: hiding the words somebody listed, and suggesting whose names may stand in a text. Rules only;
 * nothing here decides what is hidden.
 */

/** What stands in the place of hidden words: the same for all, so that their length tells nothing. */
export const HIDDEN = '███';

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const APOSTROPHES = "['’‘ʼ]";
const DASHES = '[-‐‑–]';

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** A pattern for words as somebody means them: any spaces, either apostrophe, whole words, no matter the case. */
function patternOf(words: string): RegExp | null {
	const plain = words.normalize('NFC').trim();
	if (plain === '') return null;
	const body = plain
		.split(/\s+/u)
		.map((word) =>
			[...word]
				.map((letter) => (/['’‘ʼ]/u.test(letter) ? APOSTROPHES : /[-‐‑–]/u.test(letter) ? DASHES : escaped(letter)))
				.join('')
		)
		.join(String.raw`\s+`);
	const before = /^[\p{L}\p{N}]/u.test(plain) ? `(?<!${LETTER})` : '';
	const after = /[\p{L}\p{N}\p{M}]$/u.test(plain) ? `(?!${LETTER})` : '';
	return new RegExp(before + body + after, 'giu');
}

/** A text with these words hidden wherever they stand as whole words; the longest first, so that none is left half. */
export function blackOut(text: string, words: readonly string[]): string {
	const longestFirst = [...words].sort((one, other) => other.length - one.length);
	return longestFirst.reduce((left, one) => {
		const pattern = patternOf(one);
		return pattern ? left.replaceAll(pattern, HIDDEN) : left;
	}, text.normalize('NFC'));
}

/** Lines as somebody types them into a box: one word or name on each. */
export const wordsIn = (typed: string): string[] => [
	...new Set(
		typed
			.split(/\r?\n/u)
			.map((line) => line.normalize('NFC').trim().replaceAll(/\s+/gu, ' '))
			.filter((line) => line !== '' && line !== HIDDEN)
	)
];

/** Capitalised in the middle of a sentence without being a name. */
const NO_NAMES = new Set(
	(
		'I I’m I’ve I’ll I’d Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July ' +
		'August September October November December Christmas Easter Eid Diwali English Maths Science History IRO TV OK Childline ' +
		'Mum Dad Nan Gran Grandad Mummy Daddy Mr Mrs Miss Ms Dr Earshot Code CHILD URN PDF'
	).split(' ')
);

const NAME = /(?<=[\p{L}\p{N},;:’'")\]]\s+)\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*)*/gu;

/** Names that a text seems to have: capitalised words that do not begin a sentence. */
function namesIn(text: string): string[] {
	const found = text.normalize('NFC').match(NAME) ?? [];
	return found.flatMap((run) => {
		const words = run
			.split(/\s+/u)
			.map((word) => word.replace(/['’]s?$/u, ''))
			.filter((word) => !NO_NAMES.has(word) && !NO_NAMES.has(word.replaceAll("'", '’')));
		return words.length > 0 ? [words.join(' ')] : [];
	});
}

/** Whether a text has these words. */
export const has = (text: string, words: string): boolean => {
	const pattern = patternOf(words);
	return pattern !== null && pattern.test(text.normalize('NFC'));
};

/**
 * Whose names may stand in these texts: what looks like a name, and the names of others that are known, but for the young
 * person's own and those of staff, who are named in their office.
 */
export function suggestedNames(
	texts: readonly string[],
	known: { own: readonly string[]; staff: readonly string[]; others: readonly string[] }
): string[] {
	const plainly = (name: string) => name.toLocaleLowerCase('en');
	const left = new Set(
		[...known.own, ...known.staff].flatMap((name) => [name, ...name.split(/\s+/u)]).map((name) => plainly(name))
	);
	const guessed = texts.flatMap((text) => namesIn(text));
	const others = known.others.filter((name) => texts.some((text) => has(text, name)));
	const all = new Map([...guessed, ...others].map((name) => [plainly(name), name]));
	return [...all]
		.flatMap(([plain, name]) => (left.has(plain) ? [] : [name]))
		.sort((one, other) => one.localeCompare(other));
}
