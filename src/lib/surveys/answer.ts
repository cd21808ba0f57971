/*
 * Does this answer this question? Reads what a form sent; nothing is stored, counted or thrown here.
 */
import { z } from 'zod';
import { COMMENT_LENGTH, SHORT_LENGTH, type ChooseAll, type Comment, type HowMany, type Question } from './asked.ts';

/** An option key; '0' to '10'; a whole number in digits; option keys in the order of the content; or the text of a comment. */
export type Answer = string | readonly string[];

export type Refusal = 'not an option' | 'more than one' | 'does not go together' | 'too long' | 'not a number';

export type Parsed =
	| { kind: 'answered'; answer: Answer }
	| { kind: 'skipped' }
	| { kind: 'refused'; reason: Refusal; typed: string; length?: number };

const STEPS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
const ECHOED = 200;
// Control characters but tab and line feed: PostgreSQL cannot store NUL, and no keyboard types the rest.
// eslint-disable-next-line no-control-regex
const UNTYPED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Cf}]/u;

/**
 * Reads what a form sent for one question, as `FormData.getAll` gives it. Nothing, or only blanks, is a skip.
 * A refusal carries what was typed so that no one types it twice: a comment whole (with its length in characters),
 * option keys joined by a blank and cut at 200 characters. Never throws.
 */
export function parseAnswer(question: Question, values: readonly string[]): Parsed {
	const sent = z.array(z.string()).safeParse(values);
	if (!sent.success) return { kind: 'refused', reason: 'not an option', typed: '' };
	const given = [...new Set(sent.data.filter((value) => VISIBLE.test(value)))];
	if (given.length === 0) return { kind: 'skipped' };
	if (question.type === 'comment') return parseComment(question, given);
	if (question.type === 'number') return parseNumber(question, given);
	const keys: readonly string[] = question.type === 'scale' ? STEPS : question.options.map((option) => option.key);
	if (!z.array(z.enum(keys)).safeParse(given).success) return refused('not an option', given);
	if (question.type === 'choose-all') return parseTicks(question, given);
	const [only, ...others] = given;
	return only === undefined || others.length > 0 ? refused('more than one', given) : { kind: 'answered', answer: only };
}

function refused(reason: Refusal, given: readonly string[]): Parsed {
	return { kind: 'refused', reason, typed: given.join(' ').slice(0, ECHOED).toWellFormed() };
}

// The order of ticking would be one more trace of a person: ticks are put into the order of the content.
function parseTicks(question: ChooseAll, given: readonly string[]): Parsed {
	const ticked = question.options.filter((option) => given.includes(option.key));
	if (ticked.length > 1 && ticked.some((option) => option.exclusive)) return refused('does not go together', given);
	return { kind: 'answered', answer: ticked.map((option) => option.key) };
}

/** How many characters fit into an answer in own words. */
export const roomFor = (question: Question): number =>
	question.type === 'comment' && question.short ? SHORT_LENGTH : COMMENT_LENGTH;

/** Zeros of the scripts whose digits a phone may type: Arabic, Persian and Pashto, Devanagari, Bengali. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
// Marks of direction that keyboards from right to left put in.
const UNSEEN = /\p{Cf}/gu;

function digitsOf(typed: string): string {
	const plain = typed.normalize('NFKC').replace(UNSEEN, '').trim();
	return plain.replace(/\p{Nd}/gu, (digit) => {
		const at = digit.codePointAt(0) ?? 0;
		const zero = ZEROS.find((one) => at >= one && at < one + 10);
		return zero === undefined ? digit : String(at - zero);
	});
}

function parseNumber({ least, most }: HowMany, given: readonly string[]): Parsed {
	const [typed = '', ...others] = given;
	if (others.length > 0) return refused('more than one', given);
	const digits = digitsOf(typed);
	const number = z
		.string()
		.regex(/^\d{1,4}$/)
		.transform(Number)
		.pipe(z.int().min(least).max(most))
		.safeParse(digits);
	return number.success ? { kind: 'answered', answer: String(number.data) } : refused('not a number', given);
}

function parseComment(question: Comment, given: readonly string[]): Parsed {
	const text = given.join('\n').toWellFormed().replace(/\r\n?/gu, '\n').replace(UNTYPED, '').trim();
	if (given.length > 1) return { kind: 'refused', reason: 'more than one', typed: text };
	const length = [...text].length;
	return z.number().max(roomFor(question)).safeParse(length).success
		? { kind: 'answered', answer: text }
		: { kind: 'refused', reason: 'too long', typed: text, length };
}
