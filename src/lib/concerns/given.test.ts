import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_WORDS } from './concern.ts';
import { filledIn, NOTHING_FILLED, readAsking, readWords, type Filled } from './given.ts';

const filled = (more: Partial<Filled>): Filled => ({ ...NOTHING_FILLED, words: 'Can we talk?', ...more });
const withAccount = (more: Partial<Filled>) => readAsking(filled(more), { hasAccount: true });
const without = (more: Partial<Filled>) => readAsking(filled(more), { hasAccount: false });

describe('asking to talk', () => {
	it('needs words and nothing else', () => {
		expect(without({})).toEqual({
			kind: 'read',
			asking: {
				wish: 'not sure',
				topic: 'something else',
				words: 'Can we talk?',
				reply: 'here',
				address: null,
				safeWhen: null,
				name: null
			}
		});
	});

	it.each(['', '   \n\n ', '...', '\u0000'])('is not sent empty: %j', (words) => {
		expect(without({ words })).toEqual({ kind: 'refused', faults: { words: 'empty' } });
	});

	it('takes a single word, a picture sign, and words of every script', () => {
		for (const words of ['help', '😢', 'مرحبا', '7']) expect(readWords(words)).toEqual({ words });
	});

	it('has room for four thousand letters and not for one more', () => {
		expect(readWords('x'.repeat(MOST_WORDS))).toEqual({ words: 'x'.repeat(MOST_WORDS) });
		expect(readWords('x'.repeat(MOST_WORDS + 1))).toEqual({ fault: 'too long' });
	});

	it('counts a line break once, however the browser sends it', () => {
		expect(readWords('a\r\nb\rc')).toEqual({ words: 'a\nb\nc' });
	});

	it('lets nobody without an account wish for a worker that we do not know', () => {
		expect(without({ wish: 'IRO' })).toMatchObject({ asking: { wish: 'not sure' } });
		expect(withAccount({ wish: 'IRO' })).toMatchObject({ asking: { wish: 'IRO' } });
	});

	it('asks for a number or an address only for who wants to be reached by it', () => {
		expect(without({ reply: 'ring' })).toMatchObject({ faults: { address: 'no number' } });
		expect(without({ reply: 'text', address: 'my phone' })).toMatchObject({ faults: { address: 'no number' } });
		expect(without({ reply: 'email', address: '07700 900123' })).toMatchObject({ faults: { address: 'no email' } });
		expect(without({ reply: 'ring', address: '07700 900123', safeWhen: ' after  school ' })).toMatchObject({
			asking: { address: '07700 900123', safeWhen: 'after school' }
		});
		expect(without({ reply: 'in person' })).toMatchObject({ kind: 'read' });
	});

	it('keeps no number that was typed before "here" was chosen, and no name beside an account', () => {
		expect(without({ reply: 'here', address: '07700 900123', safeWhen: 'now' })).toMatchObject({
			asking: { address: null, safeWhen: null }
		});
		expect(withAccount({ name: 'Jay' })).toMatchObject({ asking: { name: null } });
		expect(without({ name: ' Jay ' })).toMatchObject({ asking: { name: 'Jay' } });
	});

	it('takes whatever a form may hold, and what is read is never too long', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('wish', 'words', 'reply', 'address'), fc.string()), (fields) => {
				const form = new FormData();
				for (const [name, value] of Object.entries(fields)) form.set(name, value);
				form.set('topic', new Blob(['a file']));
				const read = readAsking(filledIn(form), { hasAccount: false });
				if (read.kind === 'read') expect(read.asking.words.length).toBeLessThanOrEqual(MOST_WORDS);
			})
		);
	});
});
