/*
 * What an import tells the person who ran it: counts by age and what looks odd in the return. Pure counting;
 * nothing here decides who is invited.
 */
import type { EpisodeRow, StatutoryReturn } from './return.ts';
import { AGE_BANDS, ageBandOn, hasDied, isOnShortBreaks, isWithAdopters, openEpisodes, standingOn } from './roster.ts';
import type { AgeBand, EpisodeFacts, PersonFacts } from './roster.ts';

/** People by age on the day of the return; `all` is their sum. */
export type ByAge = { all: number } & Record<AgeBand, number>;

export interface ReturnFigures {
	inCare: ByAge;
	withoutShortBreaks: ByAge;
	/** Care leavers who are not in care and have not died. */
	careLeavers: number;
	died: number;
	withAdopters: number;
	/** In care or care leavers, and listed as unaccompanied. */
	unaccompanied: number;
	/** Children of the header without an episode. */
	withoutEpisode: number;
	twoOpenEpisodes: number;
	reviews: number;
	/** Reviews later than the day of the return: not taken in. */
	laterReviews: number;
}

/** The figures of the return, and what the import did to the roster. */
export interface ImportFigures extends ReturnFigures {
	added: number;
	updated: number;
	/** Marked as left by this import: no longer in the return, or no longer in care and no care leaver. */
	left: number;
}

/** Something odd that does not stop an import: what, how often, and at most ten of the children. */
export interface Problem {
	what: string;
	count: number;
	children: string[];
}

const MOST_CHILDREN = 10;

/** An episode of the return in the words of the rules. */
export function episodeFacts(row: EpisodeRow): EpisodeFacts {
	const { DECOM: started, DEC: ended, LS: legalStatus, PLACE: place } = row;
	return { started, ended, legalStatus, place, reasonEnded: row.REC || null };
}

/** A child of the return in the words of the rules. */
export function personFacts(data: StatutoryReturn, child: string): PersonFacts {
	return {
		episodes: (data.episodes.get(child) ?? []).map(episodeFacts),
		inTouch: data.careLeavers?.get(child) ?? null
	};
}

function byAge(bands: readonly AgeBand[]): ByAge {
	const count = (band: AgeBand): number => bands.filter((one) => one === band).length;
	const counts = Object.fromEntries(AGE_BANDS.map((band) => [band, count(band)])) as Record<AgeBand, number>;
	return { all: bands.length, ...counts };
}

/** Counts a return as of a day, and lists what looks odd in it. */
export function figuresOf(data: StatutoryReturn, asOf: string): { figures: ReturnFigures; problems: Problem[] } {
	const people = [...data.children.values()].map((header) => {
		const facts = personFacts(data, header.CHILD);
		return {
			child: header.CHILD,
			band: ageBandOn(header.DOB, asOf),
			standing: standingOn(facts, asOf),
			...facts,
			facts
		};
	});
	const inCare = people.filter((person) => person.standing === 'in care');
	const careLeavers = people.filter((person) => person.standing === 'care leaver');
	const died = people.filter((person) => hasDied(person.facts, asOf));
	const bandsOf = (some: typeof people): AgeBand[] => some.map((person) => person.band);
	const twoOpen = inCare.filter((person) => openEpisodes(person.episodes, asOf).length > 1);
	const withoutEpisode = people.filter((person) => person.episodes.length === 0);
	const later = data.reviews.filter((review) => review.REVIEW > asOf);

	const figures: ReturnFigures = {
		inCare: byAge(bandsOf(inCare)),
		withoutShortBreaks: byAge(bandsOf(inCare.filter((person) => !isOnShortBreaks(person.episodes, asOf)))),
		careLeavers: careLeavers.length,
		died: died.length,
		withAdopters: inCare.filter((person) => isWithAdopters(person.episodes, asOf)).length,
		unaccompanied: [...inCare, ...careLeavers].filter(({ child }) => data.unaccompanied?.has(child)).length,
		withoutEpisode: withoutEpisode.length,
		twoOpenEpisodes: twoOpen.length,
		reviews: data.reviews.length,
		laterReviews: later.length
	};

	const reasonWithoutEnd = people.filter(({ episodes }) =>
		episodes.some((one) => one.reasonEnded !== null && one.ended === null)
	);
	const notBegun = people.filter(({ episodes }) => episodes.some((one) => one.started > asOf));
	const unattached = data.reviews.filter(({ CHILD }) => !data.episodes.has(CHILD) && !data.careLeavers?.has(CHILD));
	const seen = new Set<string>();
	const sameDay = data.reviews.filter(({ CHILD, REVIEW }) => {
		const key = `${CHILD} ${REVIEW}`;
		return seen.has(key) || !seen.add(key);
	});
	const problems: [string, string[]][] = [
		['in care with more than one open episode', twoOpen.map(({ child }) => child)],
		['recorded as died, and yet in care', inCare.filter((one) => died.includes(one)).map(({ child }) => child)],
		[
			'in the header without an episode: kept only if known already or a care leaver',
			withoutEpisode.map(({ child }) => child)
		],
		['a reason for ending without a day of ending: taken as open', reasonWithoutEnd.map(({ child }) => child)],
		['episodes that begin after the day of the return: not taken in', notBegun.map(({ child }) => child)],
		['reviews later than the day of the return: not taken in', later.map(({ CHILD }) => CHILD)],
		['reviews of children without an episode: not taken in unless known', unattached.map(({ CHILD }) => CHILD)],
		['a second review on one day: the last one is kept', sameDay.map(({ CHILD }) => CHILD)]
	];
	const told = problems.map(([what, list]) => ({
		what,
		count: list.length,
		children: [...new Set(list)].slice(0, MOST_CHILDREN)
	}));
	return { figures, problems: told.filter((problem) => problem.count > 0) };
}
