/*
 * What a wave is and when it may open: states, names, merging of versions that are too small. Pure rules.
 */
import { VERSIONS, type Version } from '#lib/surveys/question.ts';

export type WaveStatus = 'drafted' | 'open' | 'closing' | 'counted' | 'closed' | 'could not be counted';

/**
 * Opened, and not yet over: until its box is empty no other wave opens beside it, closing goes on from wherever it was cut
 * off, and the halves of its key's copy are still needed. As they rest in the database.
 */
export const UNFINISHED: readonly string[] = ['open', 'closing', 'counted'] satisfies WaveStatus[];

/** Rule 1 of the releases: a version with fewer eligible is merged when the wave opens, and a smaller wave never opens. */
export const FEWEST_ELIGIBLE = 25;

/** The usual response asked of such surveys, as a share of those eligible; only for "on track". */
const USUAL_RESPONSE = 0.3;
/** Below the first it is quiet, above the second on track again; between them it stays as it was. */
const [QUIET_BELOW, ON_TRACK_ABOVE] = [0.4, 0.6];
const ROUNDED_TO = 10;
const FIRST_DAYS = 3;

/** Which version everybody of an age gets: itself, or the neighbour it was merged into. */
export type Merged =
	{ kind: 'may open'; versions: ReadonlyMap<Version, Version> } | { kind: 'too few'; eligible: number };

/**
 * Merges versions with fewer than 25 eligible: into the neighbouring younger one, the youngest into the older one.
 * @param eligible how many by the version of their age.
 */
export function mergeVersions(eligible: ReadonlyMap<Version, number>): Merged {
	const asked = VERSIONS.filter((version) => (eligible.get(version) ?? 0) > 0);
	const total = asked.reduce((sum, version) => sum + (eligible.get(version) ?? 0), 0);
	if (total < FEWEST_ELIGIBLE) return { kind: 'too few', eligible: total };
	const groups = asked.map((version) => ({ gets: version, of: [version], size: eligible.get(version) ?? 0 }));
	for (;;) {
		// From the oldest down, so that a merged group is looked at again with its new size.
		const small = groups.findLastIndex((group) => group.size < FEWEST_ELIGIBLE);
		const group = groups[small];
		const neighbour = groups[small > 0 ? small - 1 : 1];
		if (!group || !neighbour) break;
		neighbour.of.push(...group.of);
		neighbour.size += group.size;
		groups.splice(small, 1);
	}
	return {
		kind: 'may open',
		versions: new Map(groups.flatMap(({ gets, of }) => of.map((version) => [version, gets])))
	};
}

export type Pace = 'on track' | 'quieter than expected';

/**
 * All that staff learn during fieldwork, once a day: coarse on purpose, so that no single answer shows. The number is
 * rounded to tens, and a band in which nothing changes keeps two days from pinning it down.
 */
export function paceOf(
	{ eligible, answered, before }: { eligible: number; answered: number; before: Pace | null },
	{ day, of }: { day: number; of: number }
): Pace {
	if (day < FIRST_DAYS) return 'on track';
	const expected = eligible * USUAL_RESPONSE * Math.min(1, day / Math.max(1, of));
	const share = (Math.round(answered / ROUNDED_TO) * ROUNDED_TO) / Math.max(1, expected);
	if (share < QUIET_BELOW) return 'quieter than expected';
	return share > ON_TRACK_ABOVE ? 'on track' : (before ?? 'on track');
}
