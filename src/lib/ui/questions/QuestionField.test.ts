import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { translator } from '#lib/i18n/translate.ts';
import type { Question } from '#lib/surveys/question.ts';
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

type Extras = Omit<Parameters<typeof render<typeof QuestionField>>[1]['props'], 'question' | 'version' | 't'>;

function drawn(question: Question, extras: Extras = {}): string {
	return render(QuestionField, { props: { question, version: '11-17', t, ...extras } }).body;
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

test('a sensitive choice brings its own way not to answer and gets no second one', () => {
	expect(drawn({ ...choice, sensitive: true })).not.toContain('value=""');
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
