/*
 * What a recording is: a short sound of a known kind, for one text in one language. Pure; keeping them is in
 * recordings.server.ts, and which texts there are in texts.ts.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { actsAs } from '#lib/auth/actor.ts';
import { hashOf } from '#lib/secrets/envelope.ts';

/** The most that one sound may hold, in bytes: about a minute of speech, and a text takes seconds. */
export const MOST_BYTES = 1024 * 1024;

export const SOUND_TYPES = ['audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/wav'] as const;
export type SoundType = (typeof SOUND_TYPES)[number];

/** Those who may add and remove recordings. */
export const mayRecord = (actor: Actor): boolean => actsAs(actor, 'participation officer', 'administrator');

/** The same words have the same hash, however their spaces and accents are stored. */
export function textHashOf(text: string, language: string): string {
	const plain = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
	return hashOf(`${language}\n${plain}`);
}

const letters = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** Brands of the container that phones write sound into. */
const SOUND_BRANDS = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'iso5', 'iso6', 'dash', '3gp4', '3gp5', '3gp6'];

/** The head of a frame of MPEG layer III, with a bit rate and a sampling rate that exist. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
	const isLayerThree =
		first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02;
	return isLayerThree && third >> 4 !== 0 && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c;
}

/** The kind of a sound by its first bytes, whatever its name and sender say; null for anything else. */
export function soundTypeOf(bytes: Uint8Array): SoundType | null {
	if (letters(bytes, 0, 3) === 'ID3' || isMpegFrame(bytes)) return 'audio/mpeg';
	if (letters(bytes, 0, 4) === 'OggS')
		return ['OpusHead', '\u0001vorbis'].some((codec) => letters(bytes, 28, 64).startsWith(codec)) ? 'audio/ogg' : null;
	if (letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 12) === 'WAVE') return 'audio/wav';
	if (letters(bytes, 4, 8) === 'ftyp' && SOUND_BRANDS.includes(letters(bytes, 8, 12))) return 'audio/mp4';
	return null;
}

export type NoSound = 'empty' | 'too big' | 'wrong kind';

/** What stands in the way of a sound, or its kind. */
export function readSound(bytes: Uint8Array): { type: SoundType } | { fault: NoSound } {
	if (bytes.length === 0) return { fault: 'empty' };
	if (bytes.length > MOST_BYTES) return { fault: 'too big' };
	const type = soundTypeOf(bytes);
	return type ? { type } : { fault: 'wrong kind' };
}
