/*
 * The questionnaire that an address names, for whoever may look at it; for anybody else there is nothing here.
 */
import { error } from '@sveltejs/kit';
import { versionNamed } from '#lib/surveys/overview/facts.ts';
import { mayViewQuestionnaires } from '#lib/surveys/overview/viewer.ts';
import { pageOf, questionnaireOf, type Page, type Questionnaire } from '#lib/surveys/questionnaire.ts';

/** @throws 404 for those who may not look. */
export function mustBeViewer({ actor }: App.Locals): void {
	if (!actor || !mayViewQuestionnaires(actor)) error(404, 'There is nothing here.');
}

/** @throws 404 for those who may not look, and where there is no such version. */
export function questionnaireViewed(locals: App.Locals, segment: string): Questionnaire {
	mustBeViewer(locals);
	const version = versionNamed(segment);
	if (!version) error(404, 'There is no such questionnaire.');
	return questionnaireOf(version);
}

/** The same with one of its pages. @throws 404 where there is no such page. */
export function pageViewed(
	locals: App.Locals,
	params: { version: string; page: string }
): { questionnaire: Questionnaire; page: Page } {
	const questionnaire = questionnaireViewed(locals, params.version);
	return { questionnaire, page: pageOf(questionnaire, params.page) ?? error(404, 'There is no such page.') };
}
