/*
 * A survey visit: what the survey's own cookie holds, sealed by the server, so that nothing of it is stored.
 * It ends at submission, at "someone else's turn", when leaving quickly, and after 20 quiet minutes.
 */
import { z } from 'zod';
import { hashOf, seal, unseal } from '#lib/secrets/envelope.ts';
import { VERSIONS } from '#lib/surveys/question.ts';

export const VISIT_COOKIE = '__Secure-survey';
/** The key of the keyring that seals the cookie. */
export const VISIT_KEY = 'cookie/survey';
export const VISIT_PATH = '/survey';
export const QUIET_MINUTES = 20;
const LONGEST_HOURS = 6;
const CONTEXT = 'survey visit 1';

const visitSchema = z.object({
	/** Random; its hash marks the code it spends, so that a retry is known. */
	id: z.string(),
	/** Marks the pages done in this visit; earlier ones stay hidden. */
	tag: z.string(),
	/** Receipts' words grow from this. */
	seed: z.string(),
	wave: z.string(),
	version: z.enum(VERSIONS),
	code: z.string(),
	/** The draft and the key that reads it, once begun. */
	draft: z.object({ id: z.string(), key: z.string() }).nullable(),
	/** True when pictures were picked: this draft can be come back to. */
	kept: z.boolean(),
	/** Minutes since 1970. */
	began: z.number().int(),
	seen: z.number().int(),
	language: z.string(),
	/** The comment questions answered, noted on the review page, so that a retry shows the same receipts. */
	comments: z.array(z.string()),
	sent: z.boolean()
});

export type Visit = z.infer<typeof visitSchema>;

/** A visit that holds a draft. */
export type BegunVisit = Visit & { draft: { id: string; key: string } };

export const VISIT_COOKIE_OPTIONS = { path: VISIT_PATH, httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Stands in the forms of a visit's pages: a page that was left open keeps nothing in somebody else's. Tells nothing else. */
export const markOf = ({ id }: Visit): string => hashOf(`page of ${id}`).slice(0, 12);

/** The whole minute of an instant in milliseconds. */
export const minuteOf = (now: number): number => Math.floor(now / 60_000);

/** The cookie's value. */
export function sealVisit(key: Uint8Array, visit: Visit): string {
	return seal(key, Buffer.from(JSON.stringify(visit)), CONTEXT).toString('base64url');
}

export type ReadVisit = { kind: 'visit'; visit: Visit } | { kind: 'none' } | { kind: 'quiet too long' };

/** Reads the cookie's value at an instant in milliseconds. */
export function readVisit(key: Uint8Array, cookie: string | undefined, now: number): ReadVisit {
	if (!cookie) return { kind: 'none' };
	const plain = unseal(key, Buffer.from(cookie, 'base64url'), CONTEXT);
	const visit = plain && visitSchema.safeParse(JSON.parse(plain.toString()));
	if (!visit?.success) return { kind: 'none' };
	const { seen, began } = visit.data;
	const minute = minuteOf(now);
	if (minute - seen >= QUIET_MINUTES || minute - began >= LONGEST_HOURS * 60) return { kind: 'quiet too long' };
	return { kind: 'visit', visit: visit.data };
}

/**
 * Seconds until a visit is over if it is used at this instant in milliseconds and then no more, and altogether. A minute is
 * taken off the quiet time, because when it was used last is known to the minute only.
 */
export function closesIn({ began }: Visit, now: number): { quiet: number; altogether: number } {
	const end = (began + LONGEST_HOURS * 60) * 60_000;
	return { quiet: (QUIET_MINUTES - 1) * 60, altogether: Math.max(0, Math.floor((end - now) / 1000)) };
}
