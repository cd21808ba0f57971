/*
 * A copy that was given, in the words that the page, the data file and the paper share. Words come from i18n/.
 */
import { dayInWords, dayOf, readDay } from '#lib/calendar/day.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { HeldLine } from '../held.ts';
import type { GivenCopy } from './copy.ts';

export interface WordedCopy {
	title: string;
	/** Sentences before and after the sections. */
	lead: string[];
	rights: string[];
	sections: {
		key: string;
		title: string;
		why: string;
		entries: { title: string; when: string | null; lines: HeldLine[] }[];
		/** That something was left out; null where nothing was. */
		leftOut: string | null;
	}[];
}

/** An instant or an ISO day, as a day in words. */
const inWords = (at: string) => dayInWords(readDay(at) ?? dayOf(new Date(at)));

/** The copy in words. */
export function worded(t: Translate, { madeAt, givenAt, sections }: GivenCopy): WordedCopy {
	const left = (count: number) =>
		count === 1 ? t('data:document.leftOut.one') : t('data:document.leftOut.many', { count });
	return {
		title: t('data:document.heading'),
		lead: [
			t('data:document.made', { made: inWords(madeAt), given: inWords(givenAt) }),
			t('data:document.careful'),
			t('data:document.hidden')
		],
		rights: [t('data:never'), t('data:elsewhere'), t('data:document.rights')],
		sections: sections.map(({ key, entries, leftOut }) => ({
			key,
			title: t(`data:kept.${key}.title`),
			why: `${t('data:document.why')}: ${t(`data:kept.${key}.why`)}`,
			entries: entries.map(({ title, at, lines }) => ({ title, when: at === null ? null : inWords(at), lines })),
			leftOut: leftOut > 0 ? left(leftOut) : null
		}))
	};
}

/** The data file: the same words, for machines. */
export const copyFile = (copy: WordedCopy): string =>
	JSON.stringify({ format: 'earshot-copy', formatVersion: 1, ...copy }, null, '\t');
