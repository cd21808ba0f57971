/*
 * What the pages of recordings call their lists, and why a sound could not be taken, for staff.
 */
import type { Refused } from '#lib/recordings/adding.server.ts';
import type { List } from '#lib/recordings/texts.ts';

export const LIST_NAMES: Readonly<Record<List, string>> = {
	'4-7': '4 to 7',
	'8-10': '8 to 10',
	'11-17': '11 to 17',
	'16-25': 'Care leavers',
	shared: 'Buttons and shared words'
};

export const REFUSED_WORDS: Readonly<Record<Refused, string>> = {
	empty: 'There is nothing in this file.',
	'too big': 'It is bigger than 1 MB. A text takes a few seconds: save it as MP3 or M4A, or cut the silence.',
	'wrong kind': 'We cannot play this kind of file. Please save it as MP3, M4A, Ogg or WAV.',
	'not asked': 'This text is not asked any more. The list below is how it is now.',
	'no number': 'Its name does not begin with a number, so we do not know which text it is.',
	'no such number': 'There is no text with this number in this list.',
	twice: 'Two files were for this text, and we do not know which one you meant.'
};

/** A size as people say it. */
export const sizeInWords = (bytes: number): string =>
	bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : '1 MB';
