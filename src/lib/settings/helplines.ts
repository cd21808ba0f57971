/*
 * Who a young person can ring. 999 and Childline stand first and belong to no council: they cannot be taken away or
 * changed. What the shipped ones do is said in i18n/; the council words its own.
 */
import { z } from 'zod';
import { daysBetween } from '#lib/calendar/day.ts';
import { inOneLine, line, ownWords } from './setting.ts';

const MOST = 12;
/** Days after which somebody should ring the numbers again. */
export const CHECK_AFTER_DAYS = 90;

const DIGITS = 'Please write a telephone number: digits and spaces only.';

/** As people read it, in groups. Numbers that cost a lot are refused: children have little credit. */
export const phoneNumber = z
	.string()
	.overwrite(inOneLine)
	.regex(/^\d[\d ]{1,18}\d$/u, DIGITS)
	.refine((number) => !/^(?:09|118|08[47]|070)/u.test(number.replaceAll(' ', '')), {
		error: 'Numbers that begin with 084, 087, 09, 070 or 118 cost a lot from a mobile. Please find another.'
	});

const helplineSchema = z.object({
	/** Names the line in addresses, and finds the shipped words under `open:help.lines`. */
	key: z.string().regex(/^[a-z0-9-]{1,60}$/u),
	name: line(60, 'Please write the name of the helpline.'),
	number: phoneNumber,
	/** Somebody answers at every hour. */
	always: z.boolean(),
	/** When somebody answers, in words; null for "in the daytime". */
	hours: ownWords(80),
	/** What it does, in words for children; null for the shipped ones. */
	about: ownWords(160)
});

export type Helpline = z.infer<typeof helplineSchema>;

/** For every page where nobody reads at once. */
export const CHILDLINE = '0800 1111';

/** The same everywhere in England, first on every list: danger, then whoever is always there. */
export const FIXED_HELPLINES: readonly Helpline[] = [
	{ key: 'emergency', name: 'Emergency', number: '999', always: true, hours: null, about: null },
	{ key: 'childline', name: 'Childline', number: CHILDLINE, always: true, hours: null, about: null }
];

/** The lines beneath, until the council changes them. */
export const SHIPPED_HELPLINES: Helpline[] = [
	{ key: 'nyas', name: 'NYAS', number: '0808 808 1001', always: false, hours: null, about: null },
	{ key: 'coram-voice', name: 'Coram Voice', number: '0808 800 5792', always: false, hours: null, about: null },
	{ key: 'help-at-hand', name: 'Help at Hand', number: '0800 528 0731', always: false, hours: null, about: null }
];

const SHIPPED_KEYS = new Set(SHIPPED_HELPLINES.map(({ key }) => key));
const FIXED_KEYS = new Set(FIXED_HELPLINES.map(({ key }) => key));

/** Whether there are words for it that came with Earshot. */
export const hasShippedWords = (key: string): boolean => SHIPPED_KEYS.has(key) || FIXED_KEYS.has(key);

export const helplinesSchema = z
	.array(
		helplineSchema.refine(({ key, about }) => about !== null || SHIPPED_KEYS.has(key), {
			path: ['about'],
			error: 'Please say what this helpline does, in words for children.'
		})
	)
	.max(MOST, `Please keep this to ${MOST} helplines: a long list is hard to choose from.`)
	.refine((lines) => lines.every(({ key }) => !FIXED_KEYS.has(key)), { error: '999 and Childline are there already.' })
	.refine((lines) => new Set(lines.map(({ key }) => key)).size === lines.length, {
		error: 'Two helplines have the same name. Please call one of them something else.'
	});

/** Every line as the help page shows it. */
export const allHelplines = (own: readonly Helpline[]): Helpline[] => [...FIXED_HELPLINES, ...own];

/** A line in words, with everything that can be changed about it. */
export function helplineInWords({ name, number, always, hours, about }: Helpline): string {
	const when = always ? 'day and night' : (hours ?? 'in the daytime');
	return `${name} ${number} (${when})${about ? ` “${about}”` : ''}`;
}

/** What a phone dials for a number: `tel:` and its digits. */
export function phoneLink(number: string): string {
	return `tel:${number.replace(/\D/gu, '')}`;
}

/** Whether ringing costs nothing from any phone in the United Kingdom (Ofcom: 080 and 116 numbers, 999, 112, 111, 101, 105). */
export function isFree(number: string): boolean {
	return /^(?:080|116\d{3}$|(?:999|112|111|101|105)$)/u.test(number.replaceAll(' ', ''));
}

/** Whether nobody has rung them yet, or not for more than ninety days. */
export function helplinesNeedChecking(checked: string | null, today: string): boolean {
	return checked === null || daysBetween(checked, today) > CHECK_AFTER_DAYS;
}

/** A key for a new line: its name in plain letters, unlike the others. */
export function keyFor(name: string, taken: readonly string[]): string {
	const plain = inOneLine(name)
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/gu, '-');
	const stem = plain.replaceAll(/^-+|-+$/gu, '').slice(0, 50) || 'line';
	const used = new Set([...taken, ...SHIPPED_KEYS, ...FIXED_KEYS]);
	for (let number = 1; ; number += 1) {
		const key = number === 1 ? stem : `${stem}-${number}`;
		if (!used.has(key)) return key;
	}
}

/** The list with one line a place earlier (-1) or later (1); as it was at the ends. */
export function moved(lines: readonly Helpline[], key: string, by: -1 | 1): Helpline[] {
	const from = lines.findIndex((one) => one.key === key);
	const one = lines[from];
	const to = from + by;
	if (!one || to < 0 || to >= lines.length) return [...lines];
	return lines.toSpliced(from, 1).toSpliced(to, 0, one);
}

/** Whether a list has a number that the one before did not: nobody rang it, and what was said of the old ones holds no longer. */
export function hasNewNumber(before: readonly Helpline[], after: readonly Helpline[]): boolean {
	const rung = new Set(before.map(({ number }) => inOneLine(number)));
	return after.some(({ number }) => !rung.has(inOneLine(number)));
}
