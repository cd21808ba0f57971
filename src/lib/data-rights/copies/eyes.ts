/*
 * What of somebody's things nobody else may see, who looks a copy through neither: it is left out when a copy is collected,
 * and put in when they read the copy themselves. Rules only.
 */
import { SECTIONS, type HeldSection } from '../held.ts';
import type { GivenCopy } from './copy.ts';

function only(sections: readonly HeldSection[], own: boolean): HeldSection[] {
	return sections
		.map(({ key, entries }) => ({ key, entries: entries.filter((entry) => (entry.ownEyes === true) === own) }))
		.filter(({ entries }) => entries.length > 0);
}

/** Without what is for their eyes alone. */
export const forOthersEyes = (sections: readonly HeldSection[]): HeldSection[] => only(sections, false);

/** A copy as they read it themselves: with what is for their eyes alone, as it is held now, first in its section. */
export function forOwnEyes(copy: GivenCopy, held: readonly HeldSection[]): GivenCopy {
	const own = only(held, true);
	const sections = SECTIONS.flatMap((key) => {
		const given = copy.sections.find((section) => section.key === key);
		const mine = own.find((section) => section.key === key)?.entries ?? [];
		if (!given && mine.length === 0) return [];
		const entries = [...mine.map(({ at, title, lines }) => ({ at, title, lines })), ...(given?.entries ?? [])];
		return [{ key, entries, leftOut: given?.leftOut ?? 0 }];
	});
	return { ...copy, sections };
}
