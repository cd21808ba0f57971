import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { translator } from '#lib/i18n/translate.ts';
import { PREFER_NOT_OPTION, type Question, type Version } from '#lib/surveys/question.ts';
import QuestionField from './QuestionField.svelte';

const t = translator('en');
const asked = { key: 'pets', text: 'Do you have a pet?', domain: 'well-being' } as const;
const options = [
	{ key: 'yes', label: 'Yes' },
	{ key: 'no', label: 'No' }
];
const choice: Question = { ...asked, type: 'choice', options };
const chooseAll: Question = { ...asked, type: 'choose-all', options };
const scale: Question = { ...asked, type: 'scale', least: 'Never', most: 'Always' };
const comment: Question = { ...asked, type: 'comment' };
const howMany: Question = { ...asked, type: 'number', least: 0, most: 20, bands: [] };
const faces: Question = {
	...asked,
	type: 'choice',
	sign: 'pet',
	faces: true,
	options: [
		{ key: 'yes', label: 'Yes' },
		{ key: 'partly', label: 'A bit' },
		{ key: 'no', label: 'No' }
	]
};
const signed: Question = { ...choice, sign: 'pet', options: [{ key: 'yes', label: 'Yes', sign: 'yes' }] };

type Extras = Omit<Parameters<typeof render<typeof QuestionField>>[1]['props'], 'question' | 'version' | 't'>;

function drawn(question: Question, extras: Extras = {}): string {
	return drawnFor('11-17', question, extras);
}

function drawnFor(version: Version, question: Question, extras: Extras = {}): string {
	return render(QuestionField, { props: { question, version, t, ...extras } }).body;
}

/** The ids that something on the page is named or read by, and that are not there. */
function missing(html: string): string[] {
	const named = [...html.matchAll(/(?:aria-labelledby|aria-describedby|data-hear)="([^"]*)"/gu)];
	const ids = new Set(named.flatMap(([, list = '']) => list.split(' ')));
	// The word before what can be heard stands once on the page around the questions.
	ids.delete('hear-word');
	return [...ids].filter((id) => !html.includes(`id="${id}"`));
}

/** The values of the fields that are ticked. */
function ticked(html: string): string[] {
	return [...html.matchAll(/<input[^>]*value="([^"]*)"[^>]*checked/gu)].map((found) => found[1] ?? '');
}

test('a choice offers each option and a way to skip, all under the name of the question', () => {
	const html = drawn(choice);
	expect([...html.matchAll(/type="radio" name="pets" value="([^"]*)"/gu)].map((found) => found[1])).toEqual([
		'yes',
		'no',
		''
	]);
	expect(ticked(html)).toEqual([]);
});

test('a sensitive choice can be skipped like any other, beside saying that one would rather not say', () => {
	expect(drawn({ ...choice, sensitive: true })).toContain('value=""');
});

test('what was answered before is ticked again', () => {
	expect(ticked(drawn(choice, { answer: 'no' }))).toEqual(['no']);
	expect(ticked(drawn(chooseAll, { answer: ['yes', 'no'] }))).toEqual(['yes', 'no']);
	expect(ticked(drawn(scale, { answer: '7' }))).toEqual(['7']);
});

test('a scale has eleven steps, and its ends say in words what they mean', () => {
	const html = drawn(scale);
	expect([...html.matchAll(/value="\d+"/gu)]).toHaveLength(11);
	expect(html).toMatch(/visually-hidden[^>]*>: Never/u);
	expect(html).toMatch(/visually-hidden[^>]*>: Always/u);
});

test('a comment that is too long keeps every word and says by how much, tied to its field', () => {
	const typed = 'a <b> & '.repeat(300);
	const html = drawn(comment, { refused: { kind: 'refused', reason: 'too long', typed, length: 2400 } });
	expect(html).toContain('a &lt;b> &amp; '.repeat(300));
	expect(html).toContain('2400');
	expect(html).toMatch(/aria-describedby="q-pets-error q-pets-know"/u);
	expect(html).toContain('aria-invalid="true"');
	expect(html).not.toContain('maxlength');
});

test('the permission to quote is off until it is given', () => {
	expect(ticked(drawn(comment))).toEqual([]);
	expect(drawn(comment)).toContain('name="quote-pets"');
	expect(ticked(drawn(comment, { quote: true }))).toEqual(['yes']);
});

test('the youngest tap one of three different faces, each with its word, or "not this one"', () => {
	const html = drawnFor('4-7', faces, { answer: 'partly' });
	expect([...html.matchAll(/type="radio" name="pets" value="([^"]*)"/gu)].map((found) => found[1])).toEqual([
		'yes',
		'partly',
		'no',
		''
	]);
	for (const face of ['yes', 'partly', 'no']) expect(html).toContain(`class="face ${face} `);
	expect(html).toMatch(/id="q-pets-partly"[^>]*>A bit</u);
	expect(html).toContain('Not this one');
	expect(ticked(html)).toEqual(['partly']);
});

test('a sensitive question with faces offers not to say, and to skip', () => {
	const html = drawnFor('4-7', { ...faces, sensitive: true, options: [...faces.options, PREFER_NOT_OPTION] });
	expect(html).toContain('value="prefer-not"');
	expect(html).toContain('value=""');
});

test('signs stand beside the words of the younger, never of the older, and never in place of a name', () => {
	for (const version of ['4-7', '8-10'] as const) {
		// The question's own, the option's, and the one to skip.
		expect(drawnFor(version, signed).match(/<svg class="sign/gu), version).toHaveLength(3);
		expect(drawnFor(version, signed).match(/<svg(?![^>]*aria-hidden="true")/gu), version).toBeNull();
	}
	for (const version of ['11-17', '16-25'] as const) expect(drawnFor(version, signed)).not.toContain('class="sign');
});

test('what a grown-up is asked is framed and said to be theirs, with no signs', () => {
	const html = drawnFor('4-7', signed, { grown: true });
	expect(html).toContain('For the grown-up who is helping');
	expect(html).not.toContain('class="sign');
	expect(html).not.toContain('Not this one');
});

test('every question, help, option and way to skip has a hidden speaker named by its words', () => {
	const html = drawnFor('8-10', { ...choice, help: 'Any animal.' });
	expect([...html.matchAll(/data-hear="([^"]*)"/gu)].map((found) => found[1])).toEqual([
		'q-pets-text q-pets-help',
		'q-pets-yes',
		'q-pets-no',
		'q-pets-skip'
	]);
	expect(html.match(/<button type="button" class="hear[^>]*hidden/gu)).toHaveLength(4);
	expect(html).toContain('aria-labelledby="hear-word q-pets-yes"');
	expect(html).not.toContain('data-sound');
});

test('a recording is played where there is one for the words', () => {
	const html = drawnFor('8-10', choice, { sounds: { Yes: 'abc' } });
	expect([...html.matchAll(/data-sound="([^"]*)"/gu)].map((found) => found[1])).toEqual(['/survey/sound/abc']);
});

test('nothing is named, described or read by words that are not there', () => {
	const refused = { kind: 'refused', reason: 'not a number', typed: 'lots' } as const;
	for (const question of [choice, chooseAll, scale, comment, howMany, faces, signed]) {
		expect(missing(drawnFor('4-7', { ...question, help: 'Any animal.' }, { refused }))).toEqual([]);
		expect(missing(drawnFor('16-25', question))).toEqual([]);
	}
});

test('a number is typed in one line that says the least and the most, and what was typed stays', () => {
	const refused = { kind: 'refused', reason: 'not a number', typed: 'lots' } as const;
	expect(drawn(howMany, { answer: '3' })).toMatch(/<input[^>]*value="3"[^>]*inputmode="numeric"/u);
	const html = drawn(howMany, { refused });
	expect(html).toMatch(/<input[^>]*value="lots"/u);
	expect(html).toContain('A number from 0 to 20.');
	expect(html).toContain('not look like a number from 0 to 20');
	expect(html).toMatch(/aria-describedby="q-pets-error q-pets-range" aria-invalid="true"/u);
});

test('a short comment is one line with the warnings of a long one, and says its own room', () => {
	const short: Question = { ...comment, short: true };
	const html = drawn(short, { refused: { kind: 'refused', reason: 'too long', typed: 'long', length: 140 } });
	expect(html).not.toContain('<textarea');
	expect(html).toMatch(/<input[^>]*name="pets"[^>]*value="long"/u);
	expect(html).toContain('there is room for 100');
	expect(html).toContain('id="q-pets-know"');
	expect(html).toContain('name="quote-pets"');
});
