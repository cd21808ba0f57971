/*
 * The survey's words for one age: what a version says in its own way, and else what all are told.
 * The words are in one folder per language, in its `ages` and `survey`.
 */
import type { Translate } from './translate.ts';

const SURVEY = 'survey:';

/** A translator that looks a word of the survey up among those of one version first. */
export function spokenTo(t: Translate, version: string): Translate {
	return (key, values) => {
		if (!key.startsWith(SURVEY)) return t(key, values);
		const own = `${version}.${key.slice(SURVEY.length)}`;
		// What is not there comes back as its own key.
		const said = t(`ages:${own}`, values);
		return said === own ? t(key, values) : said;
	};
}
