/*
 * What a browser without an account remembers of complaining: that it is the same one, so that a second tap on Send shows
 * the same code again. In a sealed cookie of its own, under /help/data alone; never what was written.
 */
import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { underWay } from '#lib/auth/under-way.server.ts';
import { keyring } from '#lib/database/running.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';

const COOKIE = '__Secure-complaint';
const OPTIONS = { path: '/help/data', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const complaining = underWay('complaining without an account', z.object({ browser: z.string() }), 12 * 60);

/** Which browser this is; remembered from the first page on. */
export function browserOf(cookies: Cookies, now: Date): string {
	const known = complaining.read(keyring(), cookies.get(COOKIE), now);
	if (known) return known.browser;
	const browser = randomId();
	cookies.set(COOKIE, complaining.seal(keyring(), { browser }, now), OPTIONS);
	return browser;
}

/** Whoever has the device next is another. */
export function forgetComplaining(cookies: Cookies): void {
	cookies.delete(COOKIE, OPTIONS);
}
