/*
 * The faults of a questionnaire's routing: what the build refuses, so that nobody runs into a dead end or in a circle.
 * Pure checks with messages for the person who writes the content.
 */
import type { Page, Questionnaire } from '../content.ts';
import { isAboutYou } from '../question.ts';
import { decidingPage } from '../routing.ts';

/** Every fault of the routing, each as one sentence; an empty list means that every page can be reached and left. */
export function routingFaults(questionnaire: Questionnaire): string[] {
	return questionnaire.pages.flatMap((page) => faultsOf(questionnaire, page));
}

function faultsOf(questionnaire: Questionnaire, page: Page): string[] {
	const { when, key } = page;
	if (!when) return [];
	const { pages } = questionnaire;
	const deciding = decidingPage(questionnaire, page);
	const question = deciding?.questions.find((one) => one.key === when.question);
	if (!deciding || !question) return [`page "${key}" depends on "${when.question}", which is not asked`];
	const [at, from] = [pages.indexOf(page), pages.indexOf(deciding)];
	if (from >= at) return [`page "${key}" depends on "${when.question}", which is not asked before it`];
	if (question.type !== 'choice') return [`page "${key}" depends on "${when.question}", which is no single choice`];
	const options = question.options.map((option) => option.key);
	const unknown = when.answers.filter((answer) => !options.includes(answer));
	// Whoever stops and comes back must not give away by where they go on what they said before.
	const between = pages.slice(from + 1, at).filter((other) => other.when?.question !== when.question);
	return [
		...unknown.map((answer) => `page "${key}" depends on "${answer}", which "${question.key}" does not offer`),
		...(options.every((option) => when.answers.includes(option)) ? [`page "${key}" depends on any answer at all`] : []),
		...(deciding.when
			? [`page "${key}" depends on page "${deciding.key}", which is itself not asked of everybody`]
			: []),
		...between.map((other) => `page "${key}" does not follow what decides it: "${other.key}" stands between`),
		...page.questions
			.filter((one) => one.type === 'comment' || isAboutYou(one))
			.map((one) => `question "${one.key}" of "${key}" must be asked of everybody`)
	];
}
