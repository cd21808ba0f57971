/*
 * What must hold of every page of the survey, whatever stands on it: nothing scrolls sideways, nothing is too small to
 * tap, what stays in place leaves room to read, nothing is left in the browser. Findings are sentences.
 */
import type { Page } from '@playwright/test';
import type { Version } from '#lib/surveys/question.ts';
import { questionnaireOf, type Page as Asked } from '#lib/surveys/questionnaire.ts';
import type { SaidPage } from '../waves/saying.ts';

/** The least size of what is tapped, in CSS pixels; the youngest have theirs on what they answer with. */
const LEAST = 44;
const LEAST_YOUNGEST = 88;

/** The kinds of question on a page, for the names of its screenshots. */
export function typesOn({ page }: Pick<SaidPage, 'page'>): string[] {
	return page.questions.map((question) => {
		const type = question.type === 'comment' && question.short ? 'short' : question.type;
		const kind = question.type === 'choice' && question.faces ? 'faces' : type;
		return page.for ? `${page.for}-${kind}` : kind;
	});
}

/** The first page of a version with such a question on it, sooner one that everybody is asked. @throws when there is none. */
export function pageAsking(version: Version, type: string): Asked {
	const { pages } = questionnaireOf(version);
	const fitting = pages.filter((page) => typesOn({ page }).includes(type));
	const page = fitting.find(({ when }) => !when) ?? fitting[0];
	if (!page) throw new Error(`${version} has no page with ${type}`);
	return page;
}

/** What does not fit: the page scrolls sideways, or what stays in place covers more than half of the screen. */
export async function fitFindings(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const findings: string[] = [];
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) findings.push(`${scrollWidth - clientWidth} pixels too wide`);
		let kept = 0;
		for (const element of document.body.querySelectorAll('*')) {
			const { position, visibility } = getComputedStyle(element);
			if ((position !== 'sticky' && position !== 'fixed') || visibility === 'hidden') continue;
			kept += element.getBoundingClientRect().height;
		}
		if (kept > innerHeight / 2) findings.push(`${Math.round(kept)} of ${innerHeight} pixels stay in place`);
		return findings;
	});
}

/** What is too small to tap. Links within a sentence are as high as its line (WCAG 2.5.5). */
export async function targetFindings(page: Page, version: Version, { grown = false } = {}): Promise<string[]> {
	const least = { everywhere: LEAST, answers: version === '4-7' && !grown ? LEAST_YOUNGEST : LEAST };
	return page.evaluate(({ everywhere, answers }) => {
		const findings: string[] = [];
		const targets = document.querySelectorAll('a, button, label, summary, textarea, input:not(label input)');
		for (const target of targets) {
			const { width, height } = target.getBoundingClientRect();
			if (width === 0 || height === 0 || !target.checkVisibility({ visibilityProperty: true })) continue;
			// Hidden until the keyboard comes to it; or only what Enter presses, seen by nobody.
			if (target.matches('.skip, [aria-hidden=true]')) continue;
			const isInSentence = target.matches('a') && getComputedStyle(target).display === 'inline';
			// What the child answers and goes on with; the permission to quote is ticked by the grown-up beside them.
			const youngest =
				target.closest('fieldset label:not(.tick), .hear, [name=go][value=next], [name=go][value=skip]') !== null;
			const needed = youngest && target.closest('main') ? answers : everywhere;
			if (isInSentence || (width >= needed - 0.5 && height >= needed - 0.5)) continue;
			const words = (target.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
			findings.push(`${Math.round(width)}×${Math.round(height)}, not ${needed}: ${target.localName} "${words}"`);
		}
		return findings;
	}, least);
}

/** What is left in the browser beside the visit's own cookie. */
export async function leftInBrowser(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const caches_ = await caches.keys();
		const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const kept = [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...caches_, ...databases];
		return document.cookie === '' ? kept : [...kept, document.cookie];
	});
}
