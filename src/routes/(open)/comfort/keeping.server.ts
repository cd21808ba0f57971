/*
 * The cookie of what somebody chose for comfort: for this visit only, and ended with it. It says how pages look, never who
 * is looking; so it is not sealed, and the survey may read it.
 */
import type { Cookies } from '@sveltejs/kit';
import { readComfort, writtenComfort, type Comfort } from '#lib/ui/comfort/comfort.ts';

const COMFORT_COOKIE = '__Host-comfort';
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export const comfortIn = (cookies: Cookies): Comfort => readComfort(cookies.get(COMFORT_COOKIE));

/** Keeps what was chosen; nothing where nothing was. */
export function keepComfort(cookies: Cookies, comfort: Comfort): void {
	const written = writtenComfort(comfort);
	if (written) cookies.set(COMFORT_COOKIE, written, OPTIONS);
	else forgetComfort(cookies);
}

/** Everything looks as usual again. */
export function forgetComfort(cookies: Cookies): void {
	cookies.delete(COMFORT_COOKIE, OPTIONS);
}
