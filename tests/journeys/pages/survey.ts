/*
 * The kinds of pages that are open to everybody: the first ones, and the survey's.
 */
import { answerPage, send, startInOneGo, typeCode } from '../surveying.ts';
import { goto, then, type Kind, type Walk } from './walk.ts';

const begun: Walk = (page, { origin, takeCode }) => startInOneGo(page, origin, takeCode());
const welcomed: Walk = (page, { origin, takeCode }) => typeCode(page, origin, takeCode());

/** On to the first page that asks for words. */
const toWords: Walk = async (page) => {
	while ((await page.locator('textarea').count()) === 0)
		await page.getByRole('button', { name: 'Skip this page' }).click();
};
const next: Walk = (page) => page.getByRole('button', { name: 'Next', exact: true }).click();

export const OPEN_KINDS: readonly Kind[] = [
	['home', goto('/')],
	['help', goto('/help')],
	['privacy', goto('/privacy')],
	['accessibility', goto('/accessibility')],
	['comfort', goto('/comfort')],
	['not-found', goto('/nowhere')]
];

/** Everything that makes words bigger and clearer, at once. */
const turnedUp: Walk = async (page, served) => {
	await goto('/comfort')(page, served);
	for (const [aspect, option] of Object.entries({
		size: 'biggest',
		space: 'roomy',
		face: 'dyslexic',
		contrast: 'high'
	})) {
		await page.locator(`#${aspect}-${option}`).click();
		await page.locator(`html[data-${aspect}='${option}']`).waitFor();
	}
};
const onMint: Walk = async (page, served) => {
	await goto('/comfort')(page, served);
	await page.locator('#paper-mint').click();
	await page.locator("html[data-tint='mint']").waitFor();
};

export const SURVEY_KINDS: readonly Kind[] = [
	['comfort-turned-up', turnedUp],
	['choices-turned-up', then(turnedUp, begun)],
	['choices-on-mint', then(onMint, begun)],
	['code', goto('/survey')],
	['code-refused', (page, { origin }) => typeCode(page, origin, 'hello')],
	['start', welcomed],
	['pictures', then(welcomed, goto('/survey/pictures'))],
	['choices', then(begun, goto('/survey/page-1'))],
	['scales', then(begun, goto('/survey/page-20'))],
	['words-refused', then(begun, toWords, (page) => page.locator('textarea').first().fill('x'.repeat(3000)), next)],
	['about-you', then(begun, goto('/survey/page-24'))],
	['review', then(begun, (page) => answerPage(page, 'x'), next, goto('/survey/review'))],
	[
		'thanks',
		then(
			begun,
			toWords,
			(page) => answerPage(page, 'words'),
			next,
			goto('/survey/review'),
			send,
			(page) => page.getByRole('heading', { name: /Thank you/ }).waitFor()
		)
	],
	['paused', goto('/survey/paused')]
];
