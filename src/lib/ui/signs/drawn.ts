/*
 * Where to find the drawing of a sign. The drawings stand beside it by group; their names are words (`signs:<key>`).
 */
import type { Sign } from '#lib/surveys/sign.ts';
import type { Drawing } from '../drawings/drawing.ts';
import { amounts } from './amounts.ts';
import { feelings } from './feelings.ts';
import { people } from './people.ts';
import { places } from './places.ts';

/** The drawing of every sign that may stand beside words. */
export const SIGN_DRAWINGS: Readonly<Record<Sign, Drawing>> = { ...people, ...places, ...feelings, ...amounts };
