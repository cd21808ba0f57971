/*
 * Which words of the survey can be heard and so recorded: for one page, as its speakers ask for them, and as lists to read
 * out. The words themselves are content of surveys/ and of i18n/. Pure.
 */
import { spokenTo } from '#lib/i18n/ages.ts';
import { translator, type Language } from '#lib/i18n/translate.ts';
import { isPicked, PREFER_NOT_OPTION, VERSIONS, type Question, type Version } from '#lib/surveys/question.ts';
import { countForEverybody, questionnaireOf, questionsOf, type Page } from '#lib/surveys/questionnaire.ts';
import { POINTS } from '#lib/ui/survey/opening.ts';

/** The lists to read out: one for each version, and the words that several pages share. */
export const LISTS = [...VERSIONS, 'shared'] as const;
export type List = (typeof LISTS)[number];

const unlike = (texts: readonly string[]): string[] => [...new Set(texts)];

const wordsOf = (version: Version, language: Language) => spokenTo(translator(language), version);

function textsOfQuestion(question: Question): string[] {
	const said = question.help ? [question.text, question.help] : [question.text];
	if (question.type === 'scale') return [...said, question.least, question.most];
	return isPicked(question) ? [...said, ...question.options.map(({ label }) => label)] : said;
}

/** The buttons and small words of a version's pages. */
function buttonsOf(version: Version, language: Language): string[] {
	const words = wordsOf(version, language);
	const keys = [
		'page.next',
		'page.skip',
		'page.back',
		'page.pause',
		'start.go',
		'start.goOn',
		'review.send',
		'review.sendSome',
		'review.goOn',
		'thanks.done'
	];
	const skips = version === '4-7' ? ['notThisOneYoung', 'notThisOne'] : ['notThisOne'];
	return [...skips.map((key) => words(`ui:question.${key}`)), ...keys.map((key) => words(`survey:${key}`))];
}

/** Everything that can be heard on a page of questions. */
export function textsOfPage(version: Version, page: Page, language: Language): string[] {
	return unlike([...page.questions.flatMap(textsOfQuestion), ...buttonsOf(version, language)]);
}

function openingSaid(version: Version, language: Language): string[] {
	const words = wordsOf(version, language);
	const questionnaire = questionnaireOf(version);
	const values = { minutes: questionnaire.minutes, questions: countForEverybody(questionnaire) };
	return POINTS[version].map(({ point, brief }) => {
		const short = words(`survey:start.${point}.short`, values);
		return brief ? short : `${short} ${words(`survey:start.${point}.more`, values)}`;
	});
}

/** Everything that can be heard before the first question. */
export function textsOfOpening(version: Version, language: Language): string[] {
	return unlike([...openingSaid(version, language), ...buttonsOf(version, language)]);
}

function reviewSaid(version: Version, language: Language): string[] {
	return ['heading', 'what', 'who'].map((key) => wordsOf(version, language)(`survey:review.${key}`));
}

/** Everything that can be heard before sending, but for what was said: its recording's address would name the answer. */
export function textsOfReview(version: Version, language: Language): string[] {
	const asked = version === '4-7' ? questionsOf(questionnaireOf(version)).map(({ text }) => text) : [];
	return unlike([...reviewSaid(version, language), ...asked, ...buttonsOf(version, language)]);
}

const thanksSaid = (version: Version, language: Language): string[] =>
	['heading', 'in', 'next'].map((key) => wordsOf(version, language)(`survey:thanks.${key}`));

/** Everything that can be heard after sending. */
export function textsOfThanks(version: Version, language: Language): string[] {
	return unlike([...thanksSaid(version, language), ...buttonsOf(version, language)]);
}

/** One stretch of a list, under its heading. */
export interface Stretch {
	heading: string;
	texts: string[];
}

function stretchesOfVersion(version: Version, language: Language): Stretch[] {
	const pages = questionnaireOf(version).pages.map((page, place) => ({
		heading: page.title ? `Page ${place + 1}: ${page.title}` : `Page ${place + 1}`,
		texts: page.questions.flatMap(textsOfQuestion)
	}));
	return [
		{ heading: 'Before the first question', texts: openingSaid(version, language) },
		...pages,
		{ heading: 'A last look', texts: reviewSaid(version, language) },
		{ heading: 'Thank you', texts: thanksSaid(version, language) }
	];
}

const shared = (language: Language): string[] =>
	unlike([...VERSIONS.flatMap((version) => buttonsOf(version, language)), PREFER_NOT_OPTION.label]);

/** A list in its order, every text once; what the shared list has stands in no other. */
export function stretchesOf(list: List, language: Language): Stretch[] {
	const sharedTexts = shared(language);
	if (list === 'shared') return [{ heading: 'Buttons and shared words', texts: sharedTexts }];
	const seen = new Set(sharedTexts);
	return stretchesOfVersion(list, language)
		.map(({ heading, texts }) => ({ heading, texts: texts.filter((text) => !seen.has(text) && seen.add(text)) }))
		.filter(({ texts }) => texts.length > 0);
}

/** The texts of a list, in the order of their numbers. */
export const textsOf = (list: List, language: Language): string[] =>
	stretchesOf(list, language).flatMap(({ texts }) => texts);

/** Every text that can be heard anywhere, once. */
export const allTexts = (language: Language): string[] => unlike(LISTS.flatMap((list) => textsOf(list, language)));
