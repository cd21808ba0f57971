/*
 * What a setting is, and how its words are tidied. Which settings there are is in registry.ts; where they rest is in
 * setting.server.ts.
 */
import { z } from 'zod';

/** One thing that the council decides about itself. */
export interface Setting<T> {
	label: string;
	hint: string;
	/** What may be set; its messages are read by administrators. */
	schema: z.ZodType<T>;
	/** The value until somebody changes it, and the way back. */
	shipped: T;
	/** The value as the overview and the history tell it. */
	told(value: T): string;
	/** For a list: its entries in words, so that the history tells only those that came, went or changed. */
	items?(value: T): string[];
}

/** Keeps the type of the value while a setting is written down. */
export const setting = <T>(one: Setting<T>): Setting<T> => one;

/** Spaces as people mean them: none at the ends, one between words. Line breaks count as spaces. */
export const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** A line of text, tidied, with so many letters at most. */
export function line(most: number, missing: string) {
	return z
		.string()
		.overwrite(inOneLine)
		.min(1, missing)
		.max(most, `Please keep this to ${most} letters; yours is longer. Nothing was changed.`);
}

/** Words of the council's own, or null for the shipped ones. */
export const ownWords = (most: number) => line(most, 'Please write something, or leave it empty.').nullable();

/** What a form field gives for words that may be left to the shipped ones: an empty field means those. */
export const orShipped = (field: string): string | null => (inOneLine(field) === '' ? null : field);

/** Before and after of one change in words; of a list only what is not on both sides. */
export function changeInWords<T>({ told, items }: Setting<T>, before: T, after: T): { before: string; after: string } {
	if (!items) return { before: told(before), after: told(after) };
	const [old, fresh] = [items(before), items(after)];
	const gone = old.filter((one) => !fresh.includes(one)).join(', ');
	const come = fresh.filter((one) => !old.includes(one)).join(', ');
	if (!gone && !come) return { before: 'one order', after: 'another order' };
	return { before: gone || 'not there', after: come || 'not there' };
}
