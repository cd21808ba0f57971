/*
 * What a release says about its own making: which rules, what they did, and what is left to trust.
 * Numbers by kind and never where; the sentences about them are in words.ts.
 */
import { z } from 'zod';
import type { PublishedValue } from '#lib/disclosure/value.ts';

const count = z.int().min(0);

export const certificateSchema = z.strictObject({
	/** The version of the rules, so that later readers know what was and was not done. */
	rules: z.literal('answers-1'),
	checkedBy: z.literal('rules 1–3 and 8; no groupings released'),
	madeOn: z.iso.date(),
	/** Figures in the release, and how many of them are of each status. */
	values: count,
	percentages: count,
	bands: count,
	withheld: count,
	/** The most answers that could be a second one of the same young person, through replacement codes. */
	duplicatesAtMost: count,
	/** Spare cards that were made. One that was handed out without a note would be a further second answer. */
	spareCards: count,
	/** Ballots that did not open at the count, because the box was damaged. */
	leftOut: count,
	/** Whether both halves of the wave key's recovery copy were said to be destroyed before the release. */
	recoveryHalves: z.enum(['destroyed', 'kept', 'none given out'])
});

export type Certificate = z.infer<typeof certificateSchema>;

/** The certificate of a set of values. */
export function certify(
	values: readonly PublishedValue[],
	rest: Pick<Certificate, 'madeOn' | 'duplicatesAtMost' | 'spareCards' | 'leftOut' | 'recoveryHalves'>
): Certificate {
	const ofStatus = (status: PublishedValue['status']) => values.filter((value) => value.status === status).length;
	return certificateSchema.parse({
		rules: 'answers-1',
		checkedBy: 'rules 1–3 and 8; no groupings released',
		values: values.length,
		percentages: ofStatus('percentage'),
		bands: ofStatus('band'),
		withheld: ofStatus('withheld'),
		...rest
	});
}
