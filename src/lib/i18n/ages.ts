/*
 * The survey's words for one age: what a version says in its own way, and else what all are told.
 * The words are in one folder per language, in its `ages` and `survey`.
 */
import type { Translate } from './translate.ts';

/** What may be said in an age's own way, and where that stands among its words. */
const OWN: readonly [from: string, to: string][] = [
	['survey:', ''],
	['ui:question.', 'question.']
];

/** A translator that looks a word of the survey and its questions up among those of one version first. */
export function spokenTo(t: Translate, version: string): Translate {
	return (key, values) => {
		const [from, to] = OWN.find(([begins]) => key.startsWith(begins)) ?? [];
		if (from === undefined || to === undefined) return t(key, values);
		const own = `${version}.${to}${key.slice(from.length)}`;
		// What is not there comes back as its own key.
		const said = t(`ages:${own}`, values);
		return said === own ? t(key, values) : said;
	};
}
