/*
 * What a small drawing is made of, and where to find one. Components give it its size, its colours and its name.
 */
import type { Picture } from '#lib/responses/picture.ts';
import { animals } from './animals.ts';
import { outdoors } from './outdoors.ts';
import { things } from './things.ts';

/** How a stroke is filled: a tint of either scheme, not at all, or solid in the colour of the line. */
export type Tint = 'bright' | 'warm' | 'fresh' | 'air' | 'soft' | 'rosy' | 'solid' | 'none';

/** Paths on a field of 48 × 48, from back to front, all drawn with one stroke width. */
export type Drawing = readonly (readonly [tint: Tint, path: string])[];

/** The drawing of every picture that can be picked "to come back". */
export const PICTURE_DRAWINGS: Readonly<Record<Picture, Drawing>> = { ...outdoors, ...animals, ...things };
