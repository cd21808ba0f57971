/*
 * The ways in that a young person can choose, and what they are called when they are used.
 */
import type { PasswordPicture } from './picture-password.ts';

export const WAYS = ['pictures', 'secret words', 'passkey', 'card'] as const;
export type Way = (typeof WAYS)[number];

/** What is typed or tapped to come in; the other ways prove themselves otherwise. */
export type RememberedWay = 'pictures' | 'secret words';

/** What was chosen to be remembered. */
export type Remembered =
	{ way: 'pictures'; pictures: readonly PasswordPicture[] } | { way: 'secret words'; words: string };

/** Whether what was chosen is something to remember. */
export const isRemembered = <Other extends { way: Way }>(chosen: Remembered | Other): chosen is Remembered =>
	chosen.way === 'pictures' || chosen.way === 'secret words';
