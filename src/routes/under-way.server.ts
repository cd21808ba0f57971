/*
 * The cookie of what is under way, for the pages that need more than one step: kept sealed, read again, forgotten. What
 * each flow remembers, and for how long, is its module's in auth/.
 */
import type { Cookies } from '@sveltejs/kit';
import { UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS, type UnderWay } from '#lib/auth/under-way.server.ts';
import { keyring } from '#lib/database/running.server.ts';

/** Keeps it in the browser, sealed, in the place of whatever was under way before. */
export function remember<T>(cookies: Cookies, flow: UnderWay<T>, so: T, now: Date): void {
	cookies.set(UNDER_WAY_COOKIE, flow.seal(keyring(), so, now), UNDER_WAY_OPTIONS);
}

/** What is under way in this flow; null when nothing is, or it is too old. */
export function remembered<T>(cookies: Cookies, flow: UnderWay<T>, now: Date): T | null {
	return flow.read(keyring(), cookies.get(UNDER_WAY_COOKIE), now);
}

/** Nothing is under way any more. */
export function forget(cookies: Cookies): void {
	cookies.delete(UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS);
}
