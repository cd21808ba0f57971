/*
 * A questionnaire in a few figures and words, for whoever plans a survey. Pure; nothing here knows an answer.
 */
import { indicatorsOf } from '../indicators.ts';
import { DOMAINS, VERSIONS, type Domain, type Question, type Version } from '../question.ts';
import { questionsOf, type Questionnaire } from '../questionnaire.ts';

export interface Facts {
	pages: number;
	/** Pages that only some are asked. */
	routed: number;
	questions: number;
	sensitive: number;
	/** Questions in own words. */
	ownWords: number;
	domains: readonly { domain: Domain; questions: number }[];
	/** Indicators that are asked, of those that this version must ask. */
	indicators: { asked: number; of: number };
}

/** What stands on the card of a version. */
export function factsOf(questionnaire: Questionnaire): Facts {
	const questions = questionsOf(questionnaire);
	const asked = new Set(questions.flatMap(({ indicator }) => indicator ?? []));
	return {
		pages: questionnaire.pages.length,
		routed: questionnaire.pages.filter(({ when }) => when).length,
		questions: questions.length,
		sensitive: questions.filter(({ sensitive }) => sensitive).length,
		ownWords: questions.filter(({ type }) => type === 'comment').length,
		domains: DOMAINS.flatMap((domain) => {
			const count = questions.filter((question) => question.domain === domain).length;
			return count > 0 ? [{ domain, questions: count }] : [];
		}),
		indicators: { asked: asked.size, of: indicatorsOf(questionnaire.version).length }
	};
}

/** A version's ages as people write them: "4 to 7". */
export const agesOf = (version: Version): string => version.replace('-', ' to ');

/** The version that an address names, or null. */
export const versionNamed = (segment: string): Version | null =>
	VERSIONS.find((version) => version === segment) ?? null;

const KINDS = {
	'choose-all': 'Any of these',
	scale: 'From 0 to 10',
	number: 'A number'
} as const;

/** How a question is answered, in words. */
export function kindInWords(question: Question): string {
	if (question.type === 'comment') return question.short ? 'Own words, one line' : 'Own words';
	if (question.type === 'choice') return question.faces ? 'One of three faces' : 'One of these';
	return KINDS[question.type];
}
