/*
 * Who may enter where: one table, from the first segment of a route to the roles that may enter it. Deny by default:
 * a route that is not in it answers no one. The hook asks here; nothing else decides about entry.
 */
import type { Role, SignedIn } from './actor.ts';

type Entry = 'everybody' | readonly Role[];

const AREAS: Readonly<Record<string, Entry>> = {
	'': 'everybody',
	survey: 'everybody',
	help: 'everybody',
	privacy: 'everybody',
	accessibility: 'everybody',
	leave: 'everybody',
	'sign-in': 'everybody',
	'sign-out': 'everybody',
	health: 'everybody',
	staff: ['participation officer', 'IRO', 'social worker', 'safeguarding lead', 'administrator'],
	committee: ['committee member', 'participation officer', 'administrator']
};

export type Entering = 'welcome' | 'sign in first' | 'not yours' | 'no such area';

/** The first segment of a route id such as `/(open)/survey/[page]`; groups are no addresses. */
export function areaOf(routeId: string): string {
	return (
		routeId
			.split('/')
			.filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment))
			.at(0) ?? ''
	);
}

function entryOf(routeId: string): Entry | undefined {
	const area = areaOf(routeId);
	return Object.hasOwn(AREAS, area) ? AREAS[area] : undefined;
}

/** Whether the hook must read the session at all: not where everybody may be, and so never on /survey. */
export function entryNeedsSignIn(routeId: string): boolean {
	return entryOf(routeId) !== 'everybody';
}

/** Whether somebody, or nobody signed in, may enter a route. */
export function mayEnter(routeId: string, actor: SignedIn | null): Entering {
	const entry = entryOf(routeId);
	if (!entry) return 'no such area';
	if (entry === 'everybody') return 'welcome';
	if (!actor) return 'sign in first';
	return entry.some((role) => actor.roles.includes(role)) ? 'welcome' : 'not yours';
}
