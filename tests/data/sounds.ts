/*
 * The smallest sounds of each kind, made by code, and a house's one recording.
 */
import type { Database } from '#lib/database/schema.ts';
import { textHashOf } from '#lib/recordings/recording.ts';

/** The one recording of a house under test. */
export const RECORDING = 'the-recording-of-the-house';

/** Puts a recording of a text straight into the database. */
export async function keepRecording(db: Database, id: string, words: string): Promise<void> {
	const sound = wav();
	const facts = { words, text_hash: textHashOf(words, 'en'), language: 'en', type: 'audio/wav', bytes: sound.length };
	const added = { added_at: '2027-03-01T09:00:00.000Z', added_by: 'nobody' };
	await db
		.insertInto('recording')
		.values({ id, ...facts, sound: Buffer.from(sound).toString('base64'), ...added })
		.onConflict((conflict) => conflict.columns(['text_hash', 'language']).doUpdateSet({ id }))
		.execute();
}

/** A wav of 8-bit mono sound at 8,000 samples a second: any browser plays it. */
export function wav(seconds = 0.25): Uint8Array<ArrayBuffer> {
	const samples = Math.round(seconds * 8000);
	const bytes = new Uint8Array(44 + samples);
	const view = new DataView(bytes.buffer);
	const write = (at: number, letters: string) =>
		[...letters].forEach((letter, place) => view.setUint8(at + place, letter.charCodeAt(0)));
	write(0, 'RIFF');
	view.setUint32(4, 36 + samples, true);
	write(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, 8000, true);
	view.setUint32(28, 8000, true);
	view.setUint16(32, 1, true);
	view.setUint16(34, 8, true);
	write(36, 'data');
	view.setUint32(40, samples, true);
	for (let sample = 0; sample < samples; sample += 1)
		bytes[44 + sample] = 128 + Math.round(20 * Math.sin((sample * 2 * Math.PI * 440) / 8000));
	return bytes;
}

const bytesOf = (letters: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(letters.padEnd(64, '\0'), (letter) => letter.charCodeAt(0));

/** First bytes of the other kinds, as programs write them. */
export const HEADS = {
	'mp3 with a title': bytesOf('ID3\u0004\0\0'),
	'mp3 without one': bytesOf('\u00ff\u00fb\u0090\u0064'),
	opus: bytesOf(`OggS${'\0'.repeat(24)}OpusHead`),
	vorbis: bytesOf(`OggS${'\0'.repeat(24)}\u0001vorbis`),
	m4a: bytesOf('\0\0\0\u001cftypM4A '),
	// None of ours: a video, sound in another coat, a page, a picture.
	theora: bytesOf(`OggS${'\0'.repeat(24)}\u0080theora`),
	aac: bytesOf('\u00ff\u00f1\u0050\u0080'),
	webm: bytesOf('\u001a\u0045\u00df\u00a3'),
	avi: bytesOf('RIFF\0\0\0\0AVI '),
	heic: bytesOf('\0\0\0\u0018ftypheic'),
	page: bytesOf('<!doctype html><script>alert(1)</script>'),
	png: bytesOf('\u0089PNG\r\n')
} as const;
