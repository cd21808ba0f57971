/*
 * The questionnaires on offer, checked when this module loads so that bad content stops a build, not a child.
 * Content is in questionnaires/, one folder a version; each version has one.
 */
import { questionnaireSchema } from './content/schema.ts';
import type { Page, Questionnaire } from './content.ts';
import type { Question, Version } from './question.ts';
import { ELEVEN_TO_SEVENTEEN } from './questionnaires/11-17/questionnaire.ts';
import { CARE_LEAVERS } from './questionnaires/16-25/questionnaire.ts';
import { FOUR_TO_SEVEN } from './questionnaires/4-7/questionnaire.ts';
import { EIGHT_TO_TEN } from './questionnaires/8-10/questionnaire.ts';

export { contentFaults } from './content/faults.ts';
export { routingFaults } from './content/routing-faults.ts';
export { questionnaireSchema } from './content/schema.ts';
export type { Page, Questionnaire } from './content.ts';

const CHECKED = new Map<Version, Questionnaire>(
	[FOUR_TO_SEVEN, EIGHT_TO_TEN, ELEVEN_TO_SEVENTEEN, CARE_LEAVERS].map((content) => [
		content.version,
		questionnaireSchema.parse(content)
	])
);

/** The questionnaire of a version. */
export function questionnaireOf(version: Version): Questionnaire {
	const questionnaire = CHECKED.get(version);
	if (!questionnaire) throw new Error(`no questionnaire for ${version}`);
	return questionnaire;
}

/** The page with this key, or null. */
export function pageOf(questionnaire: Questionnaire, key: string): Page | null {
	return questionnaire.pages.find((page) => page.key === key) ?? null;
}

/** The page of a version that is known to be there, as after an address was looked up. @throws when it is not. */
export function pageToAsk(version: Version, key: string): Page {
	const page = pageOf(questionnaireOf(version), key);
	if (!page) throw new Error(`no page ${key} in ${version}`);
	return page;
}

/** How many questions everybody is asked; the others come only to those whom they concern. */
export function countForEverybody({ pages }: Questionnaire): number {
	return pages.filter(({ when }) => !when).flatMap((page) => page.questions).length;
}

/** The question with this key, or null. */
export function questionOf(questionnaire: Questionnaire, key: string): Question | null {
	return questionsOf(questionnaire).find((question) => question.key === key) ?? null;
}

/** All questions in the order they are asked. */
export function questionsOf(questionnaire: Questionnaire): readonly Question[] {
	return questionnaire.pages.flatMap((page) => page.questions);
}
