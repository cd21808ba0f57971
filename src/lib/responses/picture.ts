/*
 * The pictures a young person picks "to come back": three of these, in any order, unlock a saved draft.
 * Only the keys and the rule live here; the drawings are in ui/ and the words in i18n/.
 */

export const PICTURES = [
	'sun',
	'moon',
	'star',
	'cloud',
	'tree',
	'leaf',
	'flower',
	'apple',
	'fish',
	'cat',
	'dog',
	'bird',
	'snail',
	'boat',
	'car',
	'bike',
	'kite',
	'ball',
	'drum',
	'key',
	'cup',
	'hat',
	'house',
	'book'
] as const;

export type Picture = (typeof PICTURES)[number];

export const PICTURES_TO_PICK = 3;

/** The three pictures in one fixed order, or null when it is not three different pictures that we know. */
export function pickedPictures(values: readonly string[]): readonly Picture[] | null {
	const known = PICTURES.filter((picture) => values.includes(picture));
	const distinct = new Set(values);
	return known.length === PICTURES_TO_PICK && distinct.size === PICTURES_TO_PICK ? known : null;
}
