/*
 * Why somebody opens a young person who is not in their caseload: the few kinds, in words for staff, and what a form must
 * give. Rules only; the young person's own words for the kinds are in i18n.
 */
import { z } from 'zod';

export const REASONS = {
	asked: 'They or somebody for them asked me',
	worry: 'A worry about their safety',
	roster: 'Putting the roster right',
	card: 'Making a card or letter for them',
	other: 'Something else'
} as const;

export type Why = keyof typeof REASONS;
export const WHYS = Object.keys(REASONS) as Why[];

/** A sentence of one's own, in characters. */
export const REASON_LENGTH = { least: 10, most: 300 } as const;

const schema = z.object({
	why: z.enum(WHYS, { error: 'Choose which of these it is.' }),
	words: z
		.string({ error: 'Write down why, in a sentence of your own.' })
		.transform((text) => text.trim().replaceAll(/\s+/g, ' '))
		.pipe(
			z
				.string()
				.min(REASON_LENGTH.least, {
					error: `Write a sentence of your own: at least ${REASON_LENGTH.least} letters.`
				})
				.max(REASON_LENGTH.most, { error: `Keep it to ${REASON_LENGTH.most} letters: one sentence is enough.` })
				.refine((text) => (text.match(/\p{L}/gu) ?? []).length >= REASON_LENGTH.least, {
					error: `Write a sentence of your own: at least ${REASON_LENGTH.least} letters.`
				})
		)
});

export type ReadReason =
	| { kind: 'read'; reason: { why: Why; words: string } }
	| { kind: 'wrong'; faults: Partial<Record<'why' | 'words', string>> };

/** Reads what a form gives as the reason. */
export function readReason(form: Readonly<Record<string, unknown>>): ReadReason {
	const read = schema.safeParse(form);
	if (read.success) return { kind: 'read', reason: read.data };
	const of = (field: string) => read.error.issues.find(({ path }) => path[0] === field)?.message;
	const [why, words] = [of('why'), of('words')];
	return { kind: 'wrong', faults: { ...(why && { why }), ...(words && { words }) } };
}

const PARTS = ['details', 'card', 'card/stopping', 'erasure'] as const;

/** The part of a young person's pages that somebody wanted before they were asked why; '' for the page itself. */
export function partWanted(given: string | null): string {
	return PARTS.find((part) => part === given) ?? '';
}
