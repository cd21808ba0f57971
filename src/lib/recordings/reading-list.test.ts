import { expect, it } from 'vitest';
import { VERSIONS } from '#lib/surveys/question.ts';
import { countsOf, leftOver, linesOf, numberIn } from './reading-list.ts';
import { textHashOf } from './recording.ts';
import { textsOf } from './texts.ts';

const recorded = (...texts: string[]) => texts.map((text) => ({ textHash: textHashOf(text, 'en'), of: text }));

it('numbers every text through its list, and finds what is recorded of it', () => {
	for (const version of VERSIONS) {
		const texts = textsOf(version, 'en');
		const third = texts[2] ?? '';
		const lines = linesOf(version, 'en', recorded(third)).flatMap((stretch) => stretch.lines);
		expect(lines.map(({ text }) => text)).toEqual(texts);
		expect(lines.map(({ number }) => number)).toEqual(texts.map((_, place) => place + 1));
		expect(lines.filter(({ recording }) => recording)).toMatchObject([{ number: 3, recording: { of: third } }]);
	}
});

it('counts what is recorded of each list, and a text of several lists once in all', () => {
	const none = countsOf('en', []);
	expect(none.all.recorded).toBe(0);
	const sum = none.lists.reduce((total, { of }) => total + of, 0);
	expect(none.all.of).toBeLessThan(sum);
	const both = textsOf('8-10', 'en').find((text) => textsOf('11-17', 'en').includes(text)) ?? '';
	const counts = countsOf('en', recorded(both, 'Nobody is asked this.'));
	expect(counts.all.recorded).toBe(1);
	expect(counts.lists.filter((one) => one.recorded > 0).length).toBeGreaterThan(1);
});

it('names recordings of words that are asked no more', () => {
	expect(leftOver('en', recorded('Next', 'Nobody is asked this.'))).toMatchObject([{ of: 'Nobody is asked this.' }]);
});

it('reads the number that a file’s name begins with', () => {
	expect(['012.mp3', '12 Do you feel safe.m4a', ' 7.wav', '0003-b.ogg'].map(numberIn)).toEqual([12, 12, 7, 3]);
	expect(['Track 12.mp3', 'voice.wav', '20270301101500.m4a', ''].map(numberIn)).toEqual([null, null, null, null]);
});
