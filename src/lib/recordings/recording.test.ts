import { describe, expect, it } from 'vitest';
import { HEADS, wav } from '../../../tests/data/sounds.ts';
import { MOST_BYTES, readSound, soundTypeOf, textHashOf } from './recording.ts';

describe('the kind of a sound', () => {
	it('is read from its first bytes', () => {
		expect(soundTypeOf(wav())).toBe('audio/wav');
		expect(soundTypeOf(HEADS['mp3 with a title'])).toBe('audio/mpeg');
		expect(soundTypeOf(HEADS['mp3 without one'])).toBe('audio/mpeg');
		expect(soundTypeOf(HEADS.opus)).toBe('audio/ogg');
		expect(soundTypeOf(HEADS.vorbis)).toBe('audio/ogg');
		expect(soundTypeOf(HEADS.m4a)).toBe('audio/mp4');
	});

	it('is none for what only looks like one', () => {
		for (const other of ['theora', 'aac', 'webm', 'avi', 'heic', 'page', 'png'] as const)
			expect(soundTypeOf(HEADS[other]), other).toBeNull();
		for (const length of [0, 1, 3, 8]) expect(soundTypeOf(wav().slice(0, length)), String(length)).toBeNull();
	});
});

it('takes a sound of a megabyte, and nothing empty, bigger or of another kind', () => {
	const full = new Uint8Array(MOST_BYTES);
	full.set(wav());
	expect(readSound(full)).toEqual({ type: 'audio/wav' });
	expect(readSound(new Uint8Array([...full, 0]))).toEqual({ fault: 'too big' });
	expect(readSound(new Uint8Array())).toEqual({ fault: 'empty' });
	expect(readSound(HEADS.png)).toEqual({ fault: 'wrong kind' });
});

it('knows the same words again, and no others', () => {
	const hash = textHashOf('Do you like your café?', 'en');
	expect(textHashOf('  Do you like\n your cafe\u0301? ', 'en')).toBe(hash);
	expect(textHashOf('Do you like your café', 'en')).not.toBe(hash);
	expect(textHashOf('do you like your café?', 'en')).not.toBe(hash);
	expect(textHashOf('Do you like your café?', 'cy')).not.toBe(hash);
});
