/*
 * The young person whom a card is for, as far as the actor may make one; for everybody else there is nothing here.
 */
import { error } from '@sveltejs/kit';
import { accountStateOf } from '#lib/auth/young/accounts.server.ts';
import { personForCard } from '#lib/auth/young/cards/card-people.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { askWhy } from '../../theirs.server.ts';

/** Who asks; whom they may make a card for is decided where it is made. */
export const cardMaker = ({ actor }: App.Locals): SignedIn => actor ?? error(404, 'There is nothing here.');

/** The person and what is known of their account; asked why first where they do not work together. 404 when they are not the actor's to make a card for. */
export async function theirCard(locals: App.Locals, personId: string, part: string, now: Date) {
	const found = await personForCard(database(), keyring(), cardMaker(locals), personId, now);
	if (found.kind === 'needs reason') askWhy(personId, part);
	const state = found.kind === 'theirs' && (await accountStateOf(database(), found.person, now));
	if (found.kind !== 'theirs' || !state) error(404, 'There is nothing here.');
	return { person: found.person, state };
}

/** How a young person is called on pages for staff. */
export const calledOf = ({ preferredName, child }: { preferredName: string | null; child: string }) =>
	preferredName ?? child;
