/*
 * Who may look for young people, and the young person of the address for whoever may see them; anything else is not
 * found. Every page about people begins here.
 */
import { error, redirect } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { mayKeepRoster, mayLookForPeople } from '#lib/people/keepers.ts';

/** Whoever may look for young people at all. */
export function seekerOf({ actor }: App.Locals): SignedIn {
	if (!actor || !mayLookForPeople(actor)) error(404, 'There is nothing here.');
	return actor;
}

/** Whoever keeps the roster. */
export function keeperOf({ actor }: App.Locals): SignedIn {
	if (!actor || !mayKeepRoster(actor)) error(404, 'There is nothing here.');
	return actor;
}

/** Leads to where somebody says why they open a young person, and from there back to the part they wanted. */
export function askWhy(person: string, part = ''): never {
	redirect(303, `/staff/people/${person}/reason${part ? `?for=${part}` : ''}`);
}
