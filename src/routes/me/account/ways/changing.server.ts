/*
 * What the pages for changing a way in share: the pictures tapped so far, sealed between two pages; and keeping what was
 * chosen. That it is really them was proved before: the hook asks for it on all of these pages.
 */
import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS, underWay } from '#lib/auth/under-way.server.ts';
import { NOTHING_CHOSEN, PASSWORD_PICTURES, type Choosing } from '#lib/auth/young/ways/picture-password.ts';
import type { Remembered } from '#lib/auth/young/ways/way-in.ts';
import { rememberWay } from '#lib/auth/young/ways/way-changes.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { hereIn, signedIn } from '../../signed-in.server.ts';

const pictures = z.array(z.enum(PASSWORD_PICTURES));
const choosing = underWay('changing pictures', z.object({ first: pictures.nullable(), picked: pictures }));

export function choosingSoFar(cookies: Cookies, now: Date): Choosing {
	return choosing.read(keyring(), cookies.get(UNDER_WAY_COOKIE), now) ?? NOTHING_CHOSEN;
}

export function rememberChoosing(cookies: Cookies, so: Choosing, now: Date): void {
	cookies.set(UNDER_WAY_COOKIE, choosing.seal(keyring(), so, now), UNDER_WAY_OPTIONS);
}

/** Keeps what was chosen, and leads back to the list. */
export async function useFromNow(
	event: Pick<RequestEvent, 'locals' | 'cookies' | 'request'>,
	remembered: Remembered,
	now: Date
): Promise<never> {
	const { youngPerson } = signedIn(event.locals);
	await rememberWay(database(), keyring(), youngPerson, remembered, hereIn(event), now);
	event.cookies.delete(UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS);
	redirect(303, '/me/account/ways?done');
}
