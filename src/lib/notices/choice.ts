/*
 * If and how a young person wants to be told: what they may choose and what an address must look like. Where it rests is in
 * choices.server.ts. Without a choice nothing is ever sent: that is the most private.
 */
import { z } from 'zod';

/** How a notice can reach somebody outside Earshot. */
export const WAYS = ['email', 'text', 'letter'] as const;
export type Way = (typeof WAYS)[number];

export interface Choice {
	way: Way | 'none';
	/** An email address, a number, or the lines of an address; null for none. */
	address: string | null;
	/** Hours of the day in London, 0 to 23; the same twice: never quiet. */
	quietFrom: number;
	quietTo: number;
}

export const NO_CHOICE: Choice = { way: 'none', address: null, quietFrom: 21, quietTo: 8 };

/** What is wrong, by name: the words are in i18n. */
export type ChoiceFault = 'way' | 'email' | 'text' | 'letter' | 'hours';

export type ReadChoice = { kind: 'right'; choice: Choice } | { kind: 'wrong'; fault: ChoiceFault };

const LEAST_LINES = 3;
const MOST_LINES = 7;
const MOST_IN_A_LINE = 60;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

const email = z.email().max(254);

/** A mobile number as it is dialled: 07… of this country, or + and a country's number; null for anything else. */
function readNumber(text: string): string | null {
	const number = text.replaceAll(/[\s()./-]/g, '').replace(/^00/, '+');
	if (/^07\d{9}$/.test(number)) return number;
	if (/^\+44/.test(number)) return /^\+447\d{9}$/.test(number) ? number : null;
	return /^\+[1-9]\d{7,14}$/.test(number) ? number : null;
}

/** An address as an envelope wants it: name, street, town, and the postcode in the last line; null for anything else. */
function readLines(text: string): string | null {
	const lines = text
		.split(/\r?\n|,/)
		.map((line) => line.replaceAll(/\s+/g, ' ').trim())
		.filter((line) => line !== '');
	const fits = lines.length >= LEAST_LINES && lines.length <= MOST_LINES;
	const isRight = fits && lines.every((line) => line.length <= MOST_IN_A_LINE) && POSTCODE.test(lines.at(-1) ?? '');
	return isRight ? lines.join('\n') : null;
}

const READ: Readonly<Record<Way, (text: string) => string | null>> = {
	email: (text) => {
		const read = email.safeParse(text.trim());
		return read.success ? read.data : null;
	},
	text: readNumber,
	letter: readLines
};

const hour = z.coerce.number().int().min(0).max(23);
const form = z.object({
	way: z.enum(['none', ...WAYS]),
	email: z.string().default(''),
	text: z.string().default(''),
	letter: z.string().default(''),
	quietFrom: hour,
	quietTo: hour
});

/**
 * Reads what a form gives: `way`, the three addresses, of which the chosen one counts, and the two hours.
 * @param ways what can be chosen here; anything else is as wrong as nothing.
 * @param kept what they chose before: its address stays where the way does and its field is left empty, for no form shows it.
 */
export function readChoice(
	given: Readonly<Record<string, string>>,
	ways: readonly Way[],
	kept: Choice = NO_CHOICE
): ReadChoice {
	const read = form.safeParse(given);
	if (!read.success) {
		const isHour = read.error.issues.every(({ path }) => String(path[0]).startsWith('quiet'));
		return { kind: 'wrong', fault: isHour ? 'hours' : 'way' };
	}
	const { way, quietFrom, quietTo } = read.data;
	if (way === 'none') return { kind: 'right', choice: { way, address: null, quietFrom, quietTo } };
	if (!ways.includes(way)) return { kind: 'wrong', fault: 'way' };
	const staysAsItIs = kept.way === way && read.data[way].trim() === '';
	const address = staysAsItIs ? kept.address : READ[way](read.data[way]);
	return address === null
		? { kind: 'wrong', fault: way }
		: { kind: 'right', choice: { way, address, quietFrom, quietTo } };
}

const MOST_SHOWN = 3;

/**
 * An address as its page shows it: enough to know one's own again, too little to write to. "…321" of a number, "…7DW" of a
 * letter, "…lee@…" of an email; three characters at most, and never more than half. Null where there is none.
 */
export function addressInPart(address: string | null): string | null {
	if (address === null) return null;
	const at = address.lastIndexOf('@');
	const name = at < 0 ? address : address.slice(0, at);
	const shown = Math.min(MOST_SHOWN, Math.floor(name.length / 2));
	return `…${name.slice(name.length - shown)}${at < 0 ? '' : '@…'}`;
}
