/*
 * What the pages for changing a way in share: the pictures tapped so far, sealed between two pages; and keeping what was
 * chosen. That it is really them was proved before: the hook asks for it on all of these pages.
 */
import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { underWay } from '#lib/auth/under-way.server.ts';
import { choosingSchema, NOTHING_CHOSEN, type Choosing } from '#lib/auth/young/ways/picture-password.ts';
import type { Remembered } from '#lib/auth/young/ways/way-in.ts';
import { rememberWay } from '#lib/auth/young/ways/way-changes.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { hereIn, signedIn } from '../../signed-in.server.ts';
import { forget, remember, remembered } from '../../../under-way.server.ts';

const choosing = underWay('changing pictures', choosingSchema);

export function choosingSoFar(cookies: Cookies, now: Date): Choosing {
	return remembered(cookies, choosing, now) ?? NOTHING_CHOSEN;
}

export function rememberChoosing(cookies: Cookies, so: Choosing, now: Date): void {
	remember(cookies, choosing, so, now);
}

/** Keeps what was chosen, and leads back to the list. */
export async function useFromNow(
	event: Pick<RequestEvent, 'locals' | 'cookies' | 'request'>,
	chosen: Remembered,
	now: Date
): Promise<never> {
	const { youngPerson } = signedIn(event.locals);
	await rememberWay(database(), keyring(), youngPerson, chosen, hereIn(event), now);
	forget(event.cookies);
	redirect(303, '/me/account/ways?done');
}
