/*
 * Text for pages: one i18next instance for the process, one fixed translator per language, never a change of language.
 * Only the lookup lives here; the words are in one folder per language.
 */
import { createInstance } from 'i18next';
import { english } from './en/index.ts';

export const LANGUAGES = { en: { direction: 'ltr', name: 'English' } } as const;

export type Language = keyof typeof LANGUAGES;

/** Looks a text up by `file:path.to.key` and fills in its values. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const texts = createInstance({
	lng: 'en',
	fallbackLng: 'en',
	ns: Object.keys(english),
	defaultNS: 'ui',
	resources: { en: english },
	interpolation: { escapeValue: false }, // Svelte escapes
	initAsync: false
});
void texts.init();

const translators = new Map<Language, Translate>();

/** The translator of one language; the same function every time. */
export function translator(language: Language = 'en'): Translate {
	const known = translators.get(language);
	if (known) return known;
	const fixed = texts.getFixedT(language);
	// Most texts have no values: they are looked up once, and a page of a hundred words costs a hundred look-ups in a map.
	const plain = new Map<string, string>();
	const translate: Translate = (key, values) => {
		if (values) return fixed(key, values);
		const text = plain.get(key) ?? fixed(key);
		plain.set(key, text);
		return text;
	};
	translators.set(language, translate);
	return translate;
}
