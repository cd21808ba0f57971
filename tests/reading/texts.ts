/*
 * Every English text that a child of a version reads, and apart from it what the helper reads. Gathering only.
 */
import { survey } from '#lib/i18n/en/survey.ts';
import type { Page } from '#lib/surveys/content.ts';
import { isPicked, type Question, type Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';

/** Everything that is written at a question. */
function textsOf(question: Question): string[] {
	return [
		question.text,
		question.help ?? '',
		...(isPicked(question) ? question.options.map(({ label }) => label) : []),
		...(question.type === 'scale' ? [question.least, question.most] : [])
	];
}

const written = (page: Page): string[] => [page.title ?? '', ...page.questions.flatMap(textsOf)];

/** All strings below a branch of the words. */
function leaves(branch: unknown): string[] {
	if (typeof branch === 'string') return [branch];
	return branch !== null && typeof branch === 'object' ? Object.values(branch).flatMap(leaves) : [];
}

// What is read twice is counted once, or the scales' options would hide everything else.
const once = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

/** What somebody of this version reads from the opening to the thank-you. */
export function readBy(version: Version): string[] {
	const { title, pages } = questionnaireOf(version);
	const own = pages.filter((page) => page.for !== 'helper');
	return once([title, ...own.flatMap(written), ...leaves(survey.start), ...leaves(survey.page)]);
}

/** Whole sentences alone: labels, titles and buttons are short by nature and would flatter a hard text. */
export function sentencesOf(texts: readonly string[]): string[] {
	return texts.filter((text) => /[.?!]$/.test(text) && text.trim().split(/\s+/).length > 2);
}

/** What the helper beside a child reads; nothing in the versions without one. */
export function readByHelper(version: Version): string[] {
	return once(
		questionnaireOf(version)
			.pages.filter((page) => page.for === 'helper')
			.flatMap(written)
	);
}

/** The questions themselves with their helps, by key and what it is, for finding a single hard one. */
export function singleTexts(version: Version): { name: string; text: string }[] {
	const own = questionnaireOf(version).pages.filter((page) => page.for !== 'helper');
	return own
		.flatMap(({ questions }) => questions)
		.flatMap(({ key, text, help }) => [
			{ name: `${version} ${key}`, text },
			...(help ? [{ name: `${version} ${key} (help)`, text: help }] : [])
		]);
}
