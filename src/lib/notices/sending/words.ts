/*
 * What a notice says, in the language of whom it is for. Its words know only what kind it is: no name, no matter.
 */
import { LANGUAGES, translator, type Language } from '#lib/i18n/translate.ts';

export interface Words {
	subject: string;
	body: string;
}

/** The language that a council's file names, where Earshot speaks it; English otherwise. */
export function languageNamed(named: string | null): Language {
	const wanted = named?.trim().toLowerCase() ?? '';
	const codes = Object.keys(LANGUAGES) as Language[];
	return codes.find((code) => code === wanted || LANGUAGES[code].name.toLowerCase() === wanted) ?? 'en';
}

/**
 * The words of a notice.
 * @param origin where this Earshot is; only a demonstration may not know it.
 */
export function wordsOf(
	kind: 'staff' | 'young person',
	what: string,
	language: Language,
	origin: string | undefined
): Words {
	const t = translator(language);
	const key = `notices:${kind === 'staff' ? 'staff' : 'young'}.${what}`;
	const address = origin ?? t('notices:somewhere');
	return { subject: t(`${key}.subject`), body: t(`${key}.text`, { address }) };
}
