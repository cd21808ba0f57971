/*
 * What a wave is and when it may open: states, names, merging of versions that are too small. Pure rules.
 */
import { VERSIONS, type Version } from '#lib/surveys/question.ts';

export type WaveStatus = 'drafted' | 'open' | 'closing' | 'counted' | 'closed' | 'could not be counted';

/** Rule 1 of the releases: a version with fewer eligible is merged when the wave opens, and a smaller wave never opens. */
export const FEWEST_ELIGIBLE = 25;

/** The usual response asked of such surveys, as a share of those eligible; only for "on track". */
const USUAL_RESPONSE = 0.3;
const QUIET_SHARE = 0.5;
const FIRST_DAYS = 3;

/** Which version everybody of an age gets: itself, or the neighbour it was merged into. */
export type Merged =
	{ kind: 'may open'; versions: ReadonlyMap<Version, Version> } | { kind: 'too few'; eligible: number };

/**
 * Merges versions with fewer than 25 eligible: into the neighbouring younger one, the youngest into the older one.
 * @param eligible how many by the version of their age; versions without a questionnaire are not in it.
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

/** All that staff learn during fieldwork, once a day: coarse on purpose, so that no single answer shows. */
export function paceOf(
	{ eligible, answered }: { eligible: number; answered: number },
	{ day, of }: { day: number; of: number }
): Pace {
	if (day < FIRST_DAYS) return 'on track';
	const expected = eligible * USUAL_RESPONSE * Math.min(1, day / Math.max(1, of));
	return answered < expected * QUIET_SHARE ? 'quieter than expected' : 'on track';
}
