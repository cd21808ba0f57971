/*
 * Inventing episodes and reviews for one young person of the demonstration council, with dates that fit together.
 */
import { addDays, asBritish } from '#lib/calendar/day.ts';
import type { Chance } from './chance.ts';
import { PLACES, type Invented } from './young-people.ts';

/** One line of a CSV file, by column. */
export type Row = Record<string, string>;

const LEGAL: readonly (readonly [string, number])[] = [
	['C2', 62],
	['C1', 16],
	['V2', 16],
	['E1', 4],
	['L1', 1]
];
/** The episodes of someone in care, or of someone who left within the last days; none for a care leaver. */
export function episodesOf(chance: Chance, one: Invented, asOf: string): Row[] {
	if (one.standing === 'care leaver') return [];
	const longest = Math.max(30, Math.min(one.age, 6) * 365);
	const since = addDays(asOf, -chance.between(20, one.unaccompanied ? 500 : longest));
	const begun = since < one.born ? one.born : since;
	const moves = one.shortBreaks
		? 0
		: chance.weighed([
				[0, 55],
				[1, 30],
				[2, 15]
			] as const);
	const days = [begun];
	for (let move = 0; move < moves; move += 1) {
		const next = addDays(days.at(-1) ?? begun, chance.between(20, 400));
		if (next < addDays(asOf, -10)) days.push(next);
	}
	const end = one.standing === 'left' ? addDays(asOf, -chance.between(0, 9)) : '';
	const legal = one.shortBreaks ? 'V4' : one.unaccompanied ? 'V2' : chance.weighed(LEGAL);
	return days.map((day, place) => {
		const next = days[place + 1];
		const last = next === undefined;
		return {
			CHILD: one.child,
			DECOM: asBritish(day),
			RNE: place === 0 ? 'S' : 'P',
			LS: legal,
			CIN: one.unaccompanied ? 'N5' : 'N1',
			PLACE: last ? one.place : chance.weighed(PLACES),
			PLACE_PROVIDER: chance.pick(['PR1', 'PR2', 'PR4']),
			DEC: last ? end && asBritish(end) : asBritish(next),
			REC: last ? (end ? chance.pick(['E4A', 'E8', 'E45']) : '') : 'X1',
			REASON_PLACE_CHANGE: last ? '' : chance.pick(['CARPL', 'CREQB', 'PLANC'])
		};
	});
}

/** Reviews since an ISO day: the first within weeks, the second within three months, then half-yearly. */
export function reviewsOf(chance: Chance, one: Invented, since: string, asOf: string): Row[] {
	const held: Row[] = [];
	let gap = chance.between(14, 30);
	for (let day = addDays(since, gap); day <= asOf; day = addDays(day, gap)) {
		const code = one.age < 4 ? 'PN0' : chance.pick(['PN1', 'PN1', 'PN1', 'PN3', 'PN4', 'PN5', 'PN6', 'PN6', 'PN7']);
		held.push({ CHILD: one.child, DOB: asBritish(one.born), REVIEW: asBritish(day), REVIEW_CODE: code });
		gap = held.length === 1 ? chance.between(70, 92) : chance.between(150, 188);
	}
	return held;
}
