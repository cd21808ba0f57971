/*
 * The young person whom a card is for, as far as the actor may make one; for everybody else there is nothing here.
 */
import { error } from '@sveltejs/kit';
import { accountStateOf } from '#lib/auth/young/accounts.server.ts';
import { personForCard } from '#lib/auth/young/cards/card-people.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { database, keyring } from '#lib/database/running.server.ts';

/** The actor, the person and what is known of their account. 404 when they are not the actor's to make a card for. */
export async function theirCard(locals: App.Locals, personId: string, now: Date) {
	const actor: SignedIn | null = locals.actor;
	const person = actor && (await personForCard(database(), keyring(), actor, personId, now));
	const state = person && (await accountStateOf(database(), keyring(), actor, personId, now));
	if (!actor || !person || !state) error(404, 'There is nothing here.');
	return { actor, person, state };
}

/** How a young person is called on pages for staff. */
export const calledOf = ({ preferredName, child }: { preferredName: string | null; child: string }) =>
	preferredName ?? child;
