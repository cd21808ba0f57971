/*
 * Every English text that a child of a version reads, and apart from it what the helper reads. Gathering only.
 */
import { ages } from '#lib/i18n/en/ages/index.ts';
import { lost } from '#lib/i18n/en/lost.ts';
import { survey } from '#lib/i18n/en/survey.ts';
import { ui } from '#lib/i18n/en/ui.ts';
import type { Page } from '#lib/surveys/content.ts';
import { isPicked, type Question, type Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';

type Words = { readonly [key: string]: string | Words };
const isWords = (value: string | Words | undefined): value is Words => typeof value === 'object';

/** What is said on the pages every version passes, from the code to the thank-you, and around them. */
const SAID: Words = { ...survey, question: ui.question, comfort: ui.comfort, footer: ui.footer, lost };
/** Under this key, at any depth, stands what is for the grown-up beside a child. */
const HELPER = 'helper';
/**
 * What the helper reads for the youngest: typing the code, choosing comforts, what went wrong, words written down and
 * their receipts. Each stands for all that begins with it; the first is not on their pages at all.
 */
const NOT_FOR_THE_YOUNGEST = [
	'start.quiet',
	'code.',
	'notice.',
	'quiet.',
	'paused.',
	'lost.',
	'comfort.',
	'footer.',
	'pictures.once',
	'pictures.other pictures',
	'pictures.wait',
	'pictures.too often',
	'pictures.shut',
	'pictures.forgot',
	'pictures.afresh',
	'pictures.replaces',
	'question.refused.',
	'question.range',
	'review.cannot take answers',
	'question.commentHint',
	'question.commentWhen',
	'thanks.receipts',
	'thanks.why',
	'thanks.print'
];

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

/** Every string below, with its path; a version's own words stand before those for all. */
function leaves(own: Words, forAll: Words, path: string[] = []): { path: string; text: string }[] {
	return [...new Set([...Object.keys(own), ...Object.keys(forAll)])].flatMap((key) => {
		const [mine, theirs] = [own[key], forAll[key]];
		const here = [...path, key];
		const value = mine ?? theirs;
		if (typeof value === 'string') return [{ path: here.join('.'), text: value }];
		return leaves(isWords(mine) ? mine : {}, isWords(theirs) ? theirs : {}, here);
	});
}

function spokenTo(version: Version): { path: string; text: string }[] {
	const own: Words = (ages as Readonly<Record<string, Words>>)[version] ?? {};
	return leaves(own, SAID);
}

const forTheHelper = (version: Version, path: string): boolean =>
	path.split('.').includes(HELPER) ||
	(version === '4-7' && NOT_FOR_THE_YOUNGEST.some((begins) => path.startsWith(begins)));

// What is read twice is counted once, or the scales' options would hide everything else.
const once = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

/** What somebody of this version reads from the opening to the thank-you. */
export function readBy(version: Version): string[] {
	const { title, pages } = questionnaireOf(version);
	const asked = pages.filter((page) => page.for !== 'helper').flatMap(written);
	const spoken = spokenTo(version).filter(({ path }) => !forTheHelper(version, path));
	return once([title, ...asked, ...spoken.map(({ text }) => text)]);
}

/** Whole sentences alone: labels, titles and buttons are short by nature and would flatter a hard text. */
export function sentencesOf(texts: readonly string[]): string[] {
	return texts.filter((text) => /[.?!]$/.test(text) && text.trim().split(/\s+/).length > 2);
}

/** What the helper beside a child reads; nothing in the versions without one. */
export function readByHelper(version: Version): string[] {
	const asked = questionnaireOf(version).pages.filter((page) => page.for === 'helper');
	const spoken = spokenTo(version).filter(({ path }) => forTheHelper(version, path));
	return once([...asked.flatMap(written), ...spoken.map(({ text }) => text)]);
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
