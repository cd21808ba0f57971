import { expect, it } from 'vitest';
import { COMMENT_LENGTH } from '#lib/surveys/question.ts';
import type { Page } from '#lib/surveys/questionnaire.ts';
import { leavesOut, readPage } from './reading.ts';

const page: Page = {
	key: '1',
	domain: 'rights',
	questions: [
		{
			type: 'choice',
			key: 'one',
			text: 'One?',
			domain: 'rights',
			options: [
				{ key: 'yes', label: 'Yes' },
				{ key: 'no', label: 'No' }
			]
		},
		{
			type: 'choose-all',
			key: 'some',
			text: 'Some?',
			domain: 'rights',
			options: [
				{ key: 'a', label: 'A' },
				{ key: 'b', label: 'B' },
				{ key: 'none', label: 'None', exclusive: true }
			]
		},
		{ type: 'comment', key: 'words', text: 'Words?', domain: 'rights' }
	]
};

function form(...fields: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

it('reads answers and words apart, with the tick that they may be quoted', () => {
	const sent = form(['some', 'b'], ['one', 'no'], ['some', 'a'], ['words', ' Hello '], ['quote-words', 'on']);
	expect(readPage(page, sent)).toEqual({
		kind: 'read',
		answers: { one: 'no', some: ['a', 'b'] },
		words: { words: { text: 'Hello', mayQuote: true } },
		empty: false
	});
	const unticked = readPage(page, form(['words', 'Hello']));
	expect(unticked).toMatchObject({ words: { words: { text: 'Hello', mayQuote: false } } });
});

it('reads a skip as null for each question, and says that nothing was answered', () => {
	const skipped = { kind: 'read', answers: { one: null, some: null }, words: { words: null }, empty: true };
	expect(readPage(page, form())).toEqual(skipped);
	expect(readPage(page, form(['words', '  \n'], ['quote-words', 'on']))).toEqual(skipped);
});

it('gives back what else was typed when one question is refused, so that nothing is typed twice', () => {
	const long = 'x'.repeat(COMMENT_LENGTH + 1);
	const refused = readPage(page, form(['one', 'yes'], ['some', 'a'], ['words', long], ['quote-words', 'on']));
	expect(refused).toEqual({
		kind: 'refused',
		answers: { one: 'yes', some: ['a'] },
		words: {},
		refused: { words: { kind: 'refused', reason: 'too long', typed: long, length: COMMENT_LENGTH + 1 } },
		typed: { one: 'yes', some: ['a'] },
		quote: ['words']
	});
	expect(readPage(page, form(['one', 'maybe'], ['words', 'Hello']))).toMatchObject({
		refused: { one: { reason: 'not an option' } },
		typed: { words: 'Hello' }
	});
	const both = readPage(page, form(['some', 'a'], ['some', 'none']));
	expect(both).toMatchObject({ refused: { some: { reason: 'does not go together' } } });
});

it('takes nothing that the page does not ask', () => {
	const read = readPage(page, form(['one', 'yes'], ['admin', 'yes'], ['__proto__', 'x'], ['quote-one', 'on']));
	expect(read).toMatchObject({ kind: 'read', answers: { one: 'yes', some: null } });
	expect(JSON.stringify(read)).not.toContain('admin');
});

it('leaves out a page that is skipped, whatever stands on it', () => {
	expect(leavesOut('skip')).toBe(true);
	for (const go of ['next', 'back', 'pause', 'comfort']) expect(leavesOut(go), go).toBe(false);
});
