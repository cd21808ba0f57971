/*
 * What a sign-in, a joining or an enrolment under way must remember between two pages: in a cookie sealed by the server,
 * for ten minutes unless its flow needs longer, so that nothing half-done is stored. What each step remembers is its own module's.
 */
import type { z } from 'zod';
import { seal, unseal } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

export const UNDER_WAY_COOKIE = '__Host-under-way';
export const UNDER_WAY_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const KEY = 'cookie/under-way';

/** One kind of thing that takes several pages, and how its memory is sealed and read. */
export interface UnderWay<T> {
	/** The cookie's value. */
	seal(keyring: Keyring, remembered: T, now: Date): string;
	/** What was remembered; null when it is of another kind, altered, or too old. */
	read(keyring: Keyring, cookie: string | undefined, now: Date): T | null;
}

/** `kind` keeps one flow's cookie from being taken for another's; each page of it may take so many minutes. */
export function underWay<T>(kind: string, schema: z.ZodType<T>, minutes = 10): UnderWay<T> {
	const context = `under way: ${kind}`;
	return {
		seal(keyring, remembered, now) {
			const text = JSON.stringify({ until: now.getTime() + minutes * 60_000, remembered });
			return seal(keyring.getOrDraw(KEY), Buffer.from(text), context).toString('base64url');
		},
		read(keyring, cookie, now) {
			if (!cookie) return null;
			const plain = unseal(keyring.getOrDraw(KEY), Buffer.from(cookie, 'base64url'), context);
			if (!plain) return null;
			const { until, remembered } = JSON.parse(plain.toString()) as { until: number; remembered: unknown };
			const read = schema.safeParse(remembered);
			return read.success && until > now.getTime() ? read.data : null;
		}
	};
}
