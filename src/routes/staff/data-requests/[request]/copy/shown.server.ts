/*
 * A copy as it is looked through: each entry as it would be given, with what was decided about it.
 */
import { dayInWords, dayOf, readDay } from '#lib/calendar/day.ts';
import { shownEntry, type CopyDraft } from '#lib/data-rights/copies/copy.ts';
import { translator } from '#lib/i18n/translate.ts';

export function copiesOf({ hide, suggested, sections }: CopyDraft) {
	const t = translator();
	return {
		hide: hide.filter((word) => !suggested.includes(word)),
		suggested: suggested.map((name) => ({ name, hidden: hide.includes(name) })),
		sections: sections.map(({ key, entries }) => ({
			key,
			title: t(`data:kept.${key}.title`),
			entries: entries.map((entry) => {
				const { at, title, lines } = shownEntry(entry, hide);
				const when = at === null ? null : dayInWords(readDay(at) ?? dayOf(new Date(at)));
				const { key: name, byOthers, looked, out } = entry;
				return { key: name, byOthers, looked, out, title, when, lines, hide: entry.hide };
			})
		}))
	};
}
