/*
 * A card's code was typed, at the page for joining or at the one for coming in: either takes any card of ours. What a
 * card is good for is decided in auth/young.
 */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { readCard } from '#lib/auth/young/cards/joining-cards.server.ts';
import { beginJoining } from '#lib/auth/young/joinings.server.ts';
import { NOTHING_CHOSEN } from '#lib/auth/young/ways/picture-password.ts';
import { signInWithCard } from '#lib/auth/young/sign-ins.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, pathAfter } from '../letting-in.server.ts';
import { notIn, openTheDoor } from '../sign-in/coming-in.server.ts';
import { rememberJoining } from './joining.server.ts';

const MOST_LETTERS = 100;

/** In, on to joining, or the words for why not. */
export async function showCard(event: RequestEvent) {
	const { request, cookies, url } = event;
	const now = new Date();
	const typed = String((await request.formData()).get('code') ?? '').slice(0, MOST_LETTERS);
	const read = await readCard(database(), keyring(), typed, now);
	if (read.kind !== 'right') return notIn(event, read, now, 'door:card.no');
	if (read.row.use === 'joins') {
		const joining = await beginJoining(database(), read.row, deviceIn(request), now);
		rememberJoining(cookies, { ...joining, userName: null, choosing: NOTHING_CHOSEN, challenge: null }, now);
		redirect(303, joining.again ? '/join/way' : '/join/name');
	}
	const youngPerson =
		read.row.use === 'signs in' ? await signInWithCard(database(), read.row, deviceIn(request), now) : null;
	if (youngPerson) return openTheDoor(event, youngPerson, 'card', pathAfter(url.searchParams.get('to')), now);
	return fail(410, { over: read.row.use });
}
