import { describe, expect, it } from 'vitest';
import { Reader, type Say } from './reader.ts';

/** A voice that speaks when told to, and what was seen of it. */
function reading() {
	const seen: string[] = [];
	const voice: { finish: () => void; word: (from: number) => void } = {
		finish: () => undefined,
		word: () => undefined
	};
	const say: Say = ({ text }, done, word) => {
		seen.push(`says ${text}`);
		Object.assign(voice, { finish: done, word });
		return () => seen.push(`cuts ${text}`);
	};
	const reader = new Reader(say, {
		begin: ({ text }) => seen.push(`marks ${text}`),
		word: ({ text }, from) => seen.push(`word ${from} of ${text}`),
		end: ({ text }) => seen.push(`clears ${text}`)
	});
	return { reader, seen, voice };
}

const parts = (...texts: string[]) => texts.map((text) => ({ text }));

describe('a reading', () => {
	it('goes through its parts in order, marks each, and is over once', () => {
		const { reader, seen, voice } = reading();
		reader.read(parts('one', 'two'), () => seen.push('over'));
		voice.word(0);
		voice.finish();
		expect(reader.reading).toBe(true);
		voice.finish();
		expect(reader.reading).toBe(false);
		voice.finish();
		expect(seen).toEqual([
			...['marks one', 'says one', 'word 0 of one', 'clears one'],
			...['marks two', 'says two', 'clears two', 'over']
		]);
	});

	it('stops at once, and what the voice says afterwards is not heard', () => {
		const { reader, seen, voice } = reading();
		reader.read(parts('one', 'two'), () => seen.push('over'));
		reader.stop();
		voice.word(1);
		voice.finish();
		expect(seen).toEqual(['marks one', 'says one', 'clears one', 'cuts one', 'over']);
	});

	it('gives way to another one', () => {
		const { reader, seen, voice } = reading();
		reader.read(parts('one'), () => seen.push('first over'));
		reader.read(parts('two'), () => seen.push('second over'));
		voice.finish();
		expect(seen.slice(2)).toEqual([
			'clears one',
			'cuts one',
			'first over',
			'marks two',
			'says two',
			'clears two',
			'second over'
		]);
	});

	it('passes over a part that cannot be said', () => {
		const said: string[] = [];
		const reader = new Reader(
			({ text }, done) => {
				said.push(text);
				done();
				return () => said.push('cut');
			},
			{ begin: () => undefined, word: () => undefined, end: () => undefined }
		);
		reader.read(parts('one', 'two', 'three'), () => said.push('over'));
		expect(said).toEqual(['one', 'two', 'three', 'over']);
		expect(reader.reading).toBe(false);
	});
});
