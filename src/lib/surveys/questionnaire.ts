/*
 * The questionnaires on offer, checked when this module loads so that bad content stops a build, not a child.
 * Content is in questionnaires/, one folder a version; a version without content yet is simply not offered.
 */
import { questionnaireSchema } from './content-schema.ts';
import type { Page, Questionnaire } from './content.ts';
import { VERSIONS, type Question, type Version } from './question.ts';
import { ELEVEN_TO_SEVENTEEN } from './questionnaires/11-17/questionnaire.ts';

export { contentFaults } from './content-faults.ts';
export { questionnaireSchema } from './content-schema.ts';
export type { Page, Questionnaire } from './content.ts';

const OFFERED: readonly Questionnaire[] = [ELEVEN_TO_SEVENTEEN].map((content) => questionnaireSchema.parse(content));

/** The questionnaire of a version, or null while it has none. */
export function questionnaireOf(version: Version): Questionnaire | null {
	return OFFERED.find((questionnaire) => questionnaire.version === version) ?? null;
}

/** The versions that have a questionnaire, youngest first. */
export function versionsOffered(): readonly Version[] {
	return VERSIONS.filter((version) => questionnaireOf(version) !== null);
}

/** The page with this key, or null. */
export function pageOf(questionnaire: Questionnaire, key: string): Page | null {
	return questionnaire.pages.find((page) => page.key === key) ?? null;
}

/** The page of a version that is known to be there, as after an address was looked up. @throws when it is not. */
export function pageToAsk(version: Version, key: string): Page {
	const questionnaire = questionnaireOf(version);
	const page = questionnaire && pageOf(questionnaire, key);
	if (!page) throw new Error(`no page ${key} in ${version}`);
	return page;
}

/** The question with this key, or null. */
export function questionOf(questionnaire: Questionnaire, key: string): Question | null {
	return questionsOf(questionnaire).find((question) => question.key === key) ?? null;
}

/** All questions in the order they are asked. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
	return questionnaire.pages.flatMap((page) => page.questions);
}
