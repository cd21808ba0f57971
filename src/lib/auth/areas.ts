/*
 * Who may enter where: one table, from the first segment of a route to those who may enter it. Deny by default:
 * a route that is not in it answers no one. The hook asks here; nothing else decides about entry.
 */
import type { Role, SignedIn, YoungPersonSignedIn } from './actor.ts';

export type Entrant = Role | 'young person';
type Entry = 'everybody' | readonly Entrant[];

const COUNCIL_STAFF = ['participation officer', 'IRO', 'social worker', 'safeguarding lead', 'administrator'] as const;

export const AREAS: Readonly<Record<string, Entry>> = {
	'': 'everybody',
	survey: 'everybody',
	help: 'everybody',
	comfort: 'everybody',
	privacy: 'everybody',
	accessibility: 'everybody',
	leave: 'everybody',
	closed: 'everybody',
	join: 'everybody',
	enrol: 'everybody',
	'sign-in': 'everybody',
	'sign-out': 'everybody',
	health: 'everybody',
	me: ['young person'],
	staff: COUNCIL_STAFF,
	committee: ['committee member', 'participation officer', 'administrator'],
	advocate: ['advocacy worker'],
	// A member of staff's own account: factors, devices.
	account: [...COUNCIL_STAFF, 'committee member', 'advocacy worker']
};

export type Entering = 'welcome' | 'sign in first' | 'not yours' | 'no such area';

/** Whoever the session names; both null for nobody. */
export interface EnteringPerson {
	actor: SignedIn | null;
	youngPerson: YoungPersonSignedIn | null;
}

/** A route id without its groups, which are no addresses. */
export const withoutGroups = (routeId: string): string => routeId.replaceAll(/\/\([^/]*\)/g, '');

/** The first segment of a route id such as `/(open)/survey/[page]`. */
export const areaOf = (routeId: string): string => withoutGroups(routeId).split('/')[1] ?? '';

function entryOf(routeId: string): Entry | undefined {
	const area = areaOf(routeId);
	return Object.hasOwn(AREAS, area) ? AREAS[area] : undefined;
}

/** Whether the hook must read the session at all: not where everybody may be, and so never on /survey. */
export function entryNeedsSignIn(routeId: string): boolean {
	return entryOf(routeId) !== 'everybody';
}

/** Whether somebody, or nobody signed in, may enter a route. */
export function mayEnter(routeId: string, { actor, youngPerson }: EnteringPerson): Entering {
	const entry = entryOf(routeId);
	if (!entry) return 'no such area';
	if (entry === 'everybody') return 'welcome';
	if (!actor && !youngPerson) return 'sign in first';
	const held: readonly Entrant[] = [...(actor?.roles ?? []), ...(youngPerson ? (['young person'] as const) : [])];
	return entry.some((one) => held.includes(one)) ? 'welcome' : 'not yours';
}

/** Where somebody signs in who wants to enter a route. */
export function signInFor(routeId: string): '/sign-in' | '/sign-in/staff' {
	const entry = entryOf(routeId);
	return entry !== 'everybody' && entry?.includes('young person') ? '/sign-in' : '/sign-in/staff';
}
