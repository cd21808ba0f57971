/*
 * The kinds of pages that are open to everybody: the first ones, and the survey's.
 */
import type { Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { pageAsking } from '../looking.ts';
import { answerPage, atPage, going, send, startInOneGo, tapLabel, typeCode } from '../surveying.ts';
import { goto, then, type Kind, type Walk } from './walk.ts';

const begun =
	(version: Version = '11-17'): Walk =>
	(page, { origin, takeCode }) =>
		startInOneGo(page, origin, takeCode(version));
const welcomed =
	(version: Version = '11-17'): Walk =>
	(page, { origin, takeCode }) =>
		typeCode(page, origin, takeCode(version));

/** Goes on, and waits until the page says what came of it. */
const next: Walk = async (page) => {
	await going(page, 'next').click();
	await page.waitForLoadState();
};

/** A page of a version with such a question; first the answer that it depends on, if it does. */
function asked(version: Version, type: string): Walk {
	const { key, when } = pageAsking(version, type);
	if (!when) return then(begun(version), goto(`/survey/${key}`));
	const questionnaire = questionnaireOf(version);
	const deciding = questionnaire.pages.find(({ questions }) => questions.some((one) => one.key === when.question));
	return then(
		begun(version),
		goto(`/survey/${deciding?.key ?? ''}`),
		(page) => tapLabel(page.locator(`input[name="${when.question}"][value="${when.answers[0] ?? ''}"]`)),
		next,
		(page) => atPage(page, key)
	);
}

/** A page of words with far too many of them, sent. */
const tooLong = (version: Version): Walk =>
	then(
		asked(version, 'comment'),
		(page) => page.locator('textarea').first().fill('x'.repeat(3000)),
		next,
		(page) => page.getByRole('alert').waitFor()
	);

/** A page answered, and the next one open. */
const answered: Walk = async (page, served) => {
	const before = page.url();
	await answerPage(page, 'words');
	await next(page, served);
	await page.waitForURL((url) => url.href !== before);
};

const reviewed = (version: Version): Walk => then(begun(version), answered, goto('/survey/review'));

/** Something written, sent, and thanked for. */
const thanked = (version: Version): Walk =>
	then(asked(version, 'comment'), answered, goto('/survey/review'), send, (page) =>
		page.waitForURL(/\/survey\/thanks$/)
	);

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
	['choices-turned-up', then(turnedUp, begun())],
	['choices-on-mint', then(onMint, begun())],
	['code', goto('/survey')],
	['code-refused', (page, { origin }) => typeCode(page, origin, 'hello')],
	['start', welcomed()],
	['start-4-7', welcomed('4-7')],
	['start-8-10', welcomed('8-10')],
	['start-16-25', welcomed('16-25')],
	['pictures', then(welcomed(), goto('/survey/pictures'))],
	['pictures-4-7', then(welcomed('4-7'), goto('/survey/pictures'))],
	['helper-4-7', asked('4-7', 'helper-choice')],
	['faces', asked('4-7', 'faces')],
	['faces-answered', then(asked('4-7', 'faces'), answered, (page) => going(page, 'back').click())],
	['words-4-7-refused', tooLong('4-7')],
	['choices-8-10', asked('8-10', 'choice')],
	['several-8-10', asked('8-10', 'choose-all')],
	['words-8-10', asked('8-10', 'comment')],
	['choices', asked('11-17', 'choice')],
	['several', asked('11-17', 'choose-all')],
	['scales', asked('11-17', 'scale')],
	['words-refused', tooLong('11-17')],
	['about-you', then(begun(), goto('/survey/page-24'))],
	['choices-16-25', asked('16-25', 'choice')],
	['number', asked('16-25', 'number')],
	['short', asked('16-25', 'short')],
	['review', reviewed('11-17')],
	['review-4-7', then(asked('4-7', 'faces'), answered, goto('/survey/review'))],
	['review-8-10', reviewed('8-10')],
	['thanks', thanked('11-17')],
	['thanks-4-7', thanked('4-7')],
	['thanks-8-10', thanked('8-10')],
	['thanks-16-25', thanked('16-25')],
	['stopping', then(begun(), goto('/survey/stopping'))],
	['paused', goto('/survey/paused')]
];
