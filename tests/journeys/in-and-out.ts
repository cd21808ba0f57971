/*
 * How much of a version is left after its first pages, for the journeys of ways in and out.
 */
import type { Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';

/** Pages that everybody is asked and that come after the first so many. */
export const leftOf = (version: Version, gone: number): number =>
	questionnaireOf(version)
		.pages.slice(gone)
		.filter(({ when }) => !when).length;
