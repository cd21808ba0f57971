import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMENT_LENGTH, parseAnswer, type ChooseAll, type Question } from './question.ts';
import { questionnaireOf, questionsOf } from './questionnaire.ts';

const asked = { key: 'q', text: 'A question?', domain: 'rights' } as const;
const choice: Question = {
	...asked,
	type: 'choice',
	options: [
		{ key: 'yes', label: 'Yes' },
		{ key: 'no', label: 'No' }
	]
};
const ticks: ChooseAll = {
	...asked,
	type: 'choose-all',
	options: [
		{ key: 'sport', label: 'Sport' },
		{ key: 'music', label: 'Music' },
		{ key: 'none', label: 'None of these', exclusive: true }
	]
};
const scale: Question = { ...asked, type: 'scale', least: 'Not at all', most: 'Completely' };
const comment: Question = { ...asked, type: 'comment' };
const every = [choice, ticks, scale, comment];
const NUL = String.fromCharCode(0);

describe('parseAnswer', () => {
	it('takes nothing, blanks and invisible characters as a skip, whatever the question', () => {
		for (const question of every) {
			for (const values of [[], [''], [' \t\r\n'], ['\u00a0\u2003'], ['\u200b\u2060\ufeff'], [NUL], ['', '']]) {
				expect(parseAnswer(question, values)).toEqual({ kind: 'skipped' });
			}
		}
	});

	it('takes one known option as the answer to a choice', () => {
		expect(parseAnswer(choice, ['yes'])).toEqual({ kind: 'answered', answer: 'yes' });
		expect(parseAnswer(choice, ['', 'yes'])).toEqual({ kind: 'answered', answer: 'yes' });
	});

	it('refuses two answers to a choice or a scale', () => {
		expect(parseAnswer(choice, ['yes', 'no'])).toMatchObject({ kind: 'refused', reason: 'more than one' });
		expect(parseAnswer(scale, ['3', '4'])).toMatchObject({ kind: 'refused', reason: 'more than one' });
	});

	it.each(['maybe', 'YES', ' yes', 'yes ', '__proto__', 'constructor', `yes${NUL}`, 'x'.repeat(10_000)])(
		'refuses the unknown option %.20s and echoes at most 200 characters of it',
		(value) => {
			for (const question of [choice, ticks, scale]) {
				const parsed = parseAnswer(question, [value]);
				expect(parsed).toMatchObject({ kind: 'refused', reason: 'not an option' });
				if (parsed.kind === 'refused') expect(parsed.typed.length).toBeLessThanOrEqual(200);
			}
		}
	);

	it('refuses what is no text at all, such as a file', () => {
		const file = new File(['x'], 'x.txt') as unknown as string;
		for (const question of every) {
			expect(parseAnswer(question, [file])).toEqual({ kind: 'refused', reason: 'not an option', typed: '' });
		}
	});

	it('takes whole numbers from 0 to 10 on a scale and nothing that only looks like one', () => {
		for (let step = 0; step <= 10; step++) {
			expect(parseAnswer(scale, [String(step)])).toEqual({ kind: 'answered', answer: String(step) });
		}
		for (const value of ['11', '-1', '07', '1.0', '1e1', '٣', 'NaN']) {
			expect(parseAnswer(scale, [value])).toMatchObject({ kind: 'refused', reason: 'not an option' });
		}
	});

	it('takes a typed number in the digits of the phone, within its ends, and says what was typed when it is none', () => {
		const bands = [{ key: 'all', label: 'All', from: 1, to: 30 }];
		const number: Question = { ...asked, type: 'number', least: 1, most: 30, bands };
		for (const [typed, answer] of [
			['12', '12'],
			[' 7 ', '7'],
			['٣٠', '30'],
			['۱۲', '12'],
			['\u200f12\u200e', '12'],
			['１２', '12']
		]) {
			expect(parseAnswer(number, [typed ?? ''])).toEqual({ kind: 'answered', answer });
		}
		for (const typed of ['0', '31', '1.5', '-1', 'two', '1e1', '12345']) {
			expect(parseAnswer(number, [typed])).toEqual({ kind: 'refused', reason: 'not a number', typed });
		}
	});

	it('puts ticks into the order of the content, each once, so that the order of ticking leaves no trace', () => {
		expect(parseAnswer(ticks, ['music', 'sport', 'music'])).toEqual({ kind: 'answered', answer: ['sport', 'music'] });
	});

	it('takes an exclusive option alone and refuses it beside another', () => {
		expect(parseAnswer(ticks, ['none'])).toEqual({ kind: 'answered', answer: ['none'] });
		expect(parseAnswer(ticks, ['none', 'sport'])).toEqual({
			kind: 'refused',
			reason: 'does not go together',
			typed: 'none sport'
		});
	});

	it('keeps a comment as it was typed, with one kind of line break and without characters that nobody types', () => {
		const typed = `  One\r\nTwo\rThree\t“four”${NUL}\u001b[31m 😀 `;
		expect(parseAnswer(comment, [typed])).toEqual({ kind: 'answered', answer: 'One\nTwo\nThree\t“four”[31m 😀' });
	});

	it('keeps text that runs from right to left, with its direction marks', () => {
		const typed = '\u200fأحب غرفتي\u200f (Leo)';
		expect(parseAnswer(comment, [typed])).toEqual({ kind: 'answered', answer: typed });
	});

	it('mends half a surrogate pair instead of passing on broken text', () => {
		expect(parseAnswer(comment, ['a\ud83d'])).toEqual({ kind: 'answered', answer: 'a\ufffd' });
	});

	it('counts characters as people do and refuses one too many, with the whole text and its length', () => {
		const full = '😀'.repeat(COMMENT_LENGTH);
		expect(parseAnswer(comment, [full])).toEqual({ kind: 'answered', answer: full });
		const long = 'é'.repeat(10_000);
		expect(parseAnswer(comment, [long])).toEqual({ kind: 'refused', reason: 'too long', typed: long, length: 10_000 });
	});

	it('counts a line break once, although a form sends two characters for it', () => {
		const lines = 'a\r\n'.repeat(999) + 'ab';
		expect(parseAnswer(comment, [lines])).toMatchObject({ kind: 'answered' });
	});

	it.each(['😀', '"', '\\', 'a\n', '\u2028', 'ش', `${NUL}x`])(
		'lets no comment of %j grow past four bytes a character, so that it fits into its padded piece',
		(unit) => {
			const parsed = parseAnswer(comment, [`x${unit.repeat(COMMENT_LENGTH)}`.slice(0, COMMENT_LENGTH)]);
			expect(parsed.kind).toBe('answered');
			if (parsed.kind !== 'answered') return;
			const bytes = new TextEncoder().encode(JSON.stringify(parsed.answer)).length;
			expect(bytes).toBeLessThanOrEqual(4 * COMMENT_LENGTH + 2);
		}
	);

	it('refuses two different texts for one comment and loses neither', () => {
		expect(parseAnswer(comment, ['one', 'two'])).toEqual({
			kind: 'refused',
			reason: 'more than one',
			typed: 'one\ntwo'
		});
	});

	it('never throws, and accepts its own answers again unchanged', () => {
		const questionnaire = questionnaireOf('11-17');
		const questions = questionnaire === null ? [] : questionsOf(questionnaire);
		const keys = questions.flatMap((question) => ('options' in question ? question.options.map(({ key }) => key) : []));
		const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...keys), fc.nat(12).map(String));
		fc.assert(
			fc.property(fc.constantFrom(...questions), fc.array(value, { maxLength: 4 }), (question, values) => {
				const parsed = parseAnswer(question, values);
				if (parsed.kind !== 'answered') return;
				const again = typeof parsed.answer === 'string' ? [parsed.answer] : parsed.answer;
				expect(parseAnswer(question, again)).toEqual(parsed);
			}),
			{ numRuns: 500 }
		);
	});
});
