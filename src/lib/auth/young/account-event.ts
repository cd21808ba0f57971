/*
 * What is written down about a young person's account, for their eyes: kinds of event, no content. Words for them are
 * in i18n/; writing and reading in account-events.server.ts.
 */
import type { Way } from './ways/way-in.ts';

export const ACCOUNT_EVENTS = [
	'card made',
	'card read',
	'card stopped',
	'waiting card stopped',
	'joined',
	'came back with a new card',
	'signed in with pictures',
	'signed in with secret words',
	'signed in with passkey',
	'signed in with card',
	'wrong try',
	'locked',
	'pictures added',
	'secret words added',
	'passkey added',
	'card added',
	'pictures changed',
	'secret words changed',
	'pictures removed',
	'secret words removed',
	'passkey removed',
	'card removed',
	'user name changed',
	'how you are told changed',
	'device signed out',
	'other devices signed out'
] as const;

export type AccountEventKind = (typeof ACCOUNT_EVENTS)[number];

export const signedInWith = (way: Way) => `signed in with ${way}` as const;

const WORTH_A_LOOK: readonly string[] = [
	'wrong try',
	'locked',
	'came back with a new card',
	'how you are told changed'
];
/** With a new card somebody else could take an account over; before there is one, a card is how everybody begins. */
const WORTH_A_LOOK_LATER: readonly string[] = ['card made', 'card read'];

/** What somebody might not have done themself, and so is asked about. */
export function isWorthALook(what: AccountEventKind, at: Date, accountMade: Date): boolean {
	return WORTH_A_LOOK.includes(what) || (WORTH_A_LOOK_LATER.includes(what) && at > accountMade);
}
