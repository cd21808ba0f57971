/*
 * A picture password: four of 36 pictures, in order. Only the keys and the rule live here; the drawings are in ui/, the
 * words in i18n/, hashing and checking in operations beside.
 */
import { z } from 'zod';
import { PICTURES } from '#lib/responses/picture.ts';

/** The survey's 24 and twelve more: 36⁴ is 1.7 million, and a user name gets 15 tries an hour. */
export const PASSWORD_PICTURES = [
	...PICTURES,
	'heart',
	'bell',
	'umbrella',
	'rocket',
	'cake',
	'mountain',
	'rainbow',
	'butterfly',
	'mushroom',
	'tent',
	'train',
	'crown'
] as const;

export type PasswordPicture = (typeof PASSWORD_PICTURES)[number];

export const PICTURES_IN_ORDER = 4;

/** Pictures that were tapped, as a sealed cookie keeps them. */
export const tappedSchema = z.array(z.enum(PASSWORD_PICTURES));

const isPicture = (value: string): value is PasswordPicture => (PASSWORD_PICTURES as readonly string[]).includes(value);

/** What a form of pictures tapped; nothing when it begins afresh. */
export const tappedIn = (form: FormData): string[] => (form.has('afresh') ? [] : form.getAll('picture').map(String));

/** What was picked so far and what is tapped now, in order, never more than four; what is no picture of ours is left out. */
export function pickedInOrder(before: readonly PasswordPicture[], tapped: readonly string[]): PasswordPicture[] {
	return [...before, ...tapped.filter(isPicture)].slice(0, PICTURES_IN_ORDER);
}

/** True when these may be chosen: four, and not four times the same. */
export function mayBeChosen(pictures: readonly PasswordPicture[]): boolean {
	return pictures.length === PICTURES_IN_ORDER && new Set(pictures).size > 1;
}

/** Somebody is choosing: four, and the same four once more, so that they are remembered. */
export const choosingSchema = z.object({ first: tappedSchema.nullable(), picked: tappedSchema });
export type Choosing = z.infer<typeof choosingSchema>;

export const NOTHING_CHOSEN: Choosing = { first: null, picked: [] };

export type Choice =
	| { kind: 'go on'; choosing: Choosing }
	| { kind: 'all the same' | 'not the same again'; choosing: Choosing }
	| { kind: 'chosen'; pictures: PasswordPicture[] };

/** What one more tap leads to, or several at once. */
export function choose({ first, picked }: Choosing, tapped: readonly string[]): Choice {
	const now = pickedInOrder(picked, tapped);
	if (now.length < PICTURES_IN_ORDER) return { kind: 'go on', choosing: { first, picked: now } };
	if (first === null) {
		if (!mayBeChosen(now)) return { kind: 'all the same', choosing: NOTHING_CHOSEN };
		return { kind: 'go on', choosing: { first: now, picked: [] } };
	}
	if (now.join() !== first.join()) return { kind: 'not the same again', choosing: NOTHING_CHOSEN };
	return { kind: 'chosen', pictures: now };
}
