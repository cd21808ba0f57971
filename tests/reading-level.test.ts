import { describe, expect, it } from 'vitest';
import { spokenTo } from '#lib/i18n/ages.ts';
import { lost } from '#lib/i18n/en/lost.ts';
import { survey } from '#lib/i18n/en/survey.ts';
import { ui } from '#lib/i18n/en/ui.ts';
import { translator } from '#lib/i18n/translate.ts';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { gradesOf, meanGrade, type Grades } from './reading/counting.ts';
import { readBy, readByHelper, sentencesOf, singleTexts } from './reading/texts.ts';

/** The highest school grade (US) that the English text of a version may have, by either formula. */
const HIGHEST: Readonly<Record<Version, number>> = { '4-7': 2, '8-10': 3, '11-17': 6, '16-25': 8 };
const HIGHEST_FOR_HELPERS = 6;

/** How much higher a single question may be, by the mean of both: a formula is rough where words are few. */
const SINGLE_OVER = 2;

/** Single questions above that, each with its reason. One that is no longer above it must go from here. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
	'4-7 happy-yesterday': '“happy” and “yesterday” are long to a formula and known to every child of four'
};

const worst = ({ fleschKincaid, automated }: Grades): number => Math.max(fleschKincaid, automated);
const say = ({ fleschKincaid, automated }: Grades): string => `${fleschKincaid.toFixed(1)} and ${automated.toFixed(1)}`;

describe('the reading level of the survey', () => {
	it.each(VERSIONS)('of %s stays within its age, all words and whole sentences alone, by both formulas', (version) => {
		const all = gradesOf(readBy(version));
		const sentences = gradesOf(sentencesOf(readBy(version)));
		console.log(
			`reading level of ${version}, grades by Flesch–Kincaid and ARI: ${say(all)}; whole sentences alone ${say(sentences)}; held to ${HIGHEST[version]}`
		);
		expect(Math.max(worst(all), worst(sentences))).toBeLessThanOrEqual(HIGHEST[version]);
	});

	it('of what a helper reads is an adult’s, and still plain', () => {
		const grades = gradesOf(sentencesOf(readByHelper('4-7')));
		console.log(
			`reading level for the helper, grades by Flesch–Kincaid and ARI: ${say(grades)}; held to ${HIGHEST_FOR_HELPERS}`
		);
		expect(worst(grades)).toBeLessThanOrEqual(HIGHEST_FOR_HELPERS);
	});

	it('is that of everything on the way: the code, the pictures, what went wrong, a lost connection, comfort', () => {
		const read = readBy('8-10');
		for (const words of [survey.code.hint, survey.notice.quiet, survey.paused.how, lost.connection, ui.footer.unknown])
			expect(read).toContain(words);
		for (const version of VERSIONS)
			expect(readBy(version)).toContain(spokenTo(translator('en'), version)('survey:pictures.new.why'));
	});

	it('has no single question far above its age but those listed with a reason', () => {
		const above = VERSIONS.flatMap((version) =>
			singleTexts(version).filter(({ text }) => meanGrade(text) > HIGHEST[version] + SINGLE_OVER)
		);
		expect(above.map(({ name }) => name).sort()).toEqual(Object.keys(EXCEPTIONS).sort());
	});
});

describe('the counting', () => {
	it('gives the grades that the formulas give for counts made by hand', () => {
		// 12 words in two sentences, 13 syllables, 35 letters.
		const { fleschKincaid, automated } = gradesOf(['The dog ran to the park. It was a hot day today.']);
		expect(fleschKincaid).toBeCloseTo(0.39 * 6 + 11.8 * (13 / 12) - 15.59, 5);
		expect(automated).toBeCloseTo(4.71 * (35 / 12) + 0.5 * 6 - 21.43, 5);
	});

	it('takes a label without a full stop as one sentence, and a value’s place as a number', () => {
		expect(gradesOf(['Now and then'])).toEqual(gradesOf(['Now and then.']));
		expect(gradesOf(['About {{questions}} questions.'])).toEqual(gradesOf(['About 10 questions.']));
	});

	it('finds an official’s sentence hard and a child’s sentence easy', () => {
		const official = 'Placement stability notwithstanding, statutory consultation procedures apply universally.';
		expect(worst(gradesOf([official]))).toBeGreaterThan(12);
		expect(worst(gradesOf(['I like my room.', 'Do you feel safe at home?']))).toBeLessThan(3);
	});
});
