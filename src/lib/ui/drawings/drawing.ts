/*
 * What a small drawing is made of, and where to find one. Components give it its size, its colours and its name.
 */
import type { PasswordPicture } from '#lib/auth/young/ways/picture-password.ts';
import { animals } from './animals.ts';
import { outdoors } from './outdoors.ts';
import { things } from './things.ts';
import { wishes } from './wishes.ts';

/** How a stroke is filled: a tint of either scheme, plain as the surface, not at all, or solid in the colour of the line. */
export type Tint = 'bright' | 'warm' | 'fresh' | 'air' | 'soft' | 'rosy' | 'plain' | 'solid' | 'none';

/** Paths on a field of 48 × 48, from back to front, all drawn with one stroke width. */
export type Drawing = readonly (readonly [tint: Tint, path: string])[];

/** The drawing of every picture that can be picked: the survey's 24 "to come back", and the 36 of a picture password. */
export const PICTURE_DRAWINGS: Readonly<Record<PasswordPicture, Drawing>> = {
	...outdoors,
	...animals,
	...things,
	...wishes
};
