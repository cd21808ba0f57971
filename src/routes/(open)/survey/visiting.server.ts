/*
 * The visit of the request at hand: reading, keeping and ending the survey's cookie. Every survey page begins here.
 */
import { redirect, type Cookies } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { dropDraft } from '#lib/responses/drafts.server.ts';
import {
	closesIn,
	minuteOf,
	readVisit,
	sealVisit,
	VISIT_COOKIE,
	VISIT_COOKIE_OPTIONS,
	VISIT_KEY,
	VISIT_PATH,
	type BegunVisit,
	type Visit
} from '#lib/responses/visit.server.ts';
import { forgetComfort } from '../comfort/keeping.server.ts';

let key: Buffer | undefined;
const cookieKey = (): Buffer => (key ??= keyring().getOrDraw(VISIT_KEY));

/** What the code page says to somebody who was sent back to it. */
export const NOTICES = ['quiet', 'closed', 'gone', 'left'] as const;
export type Notice = (typeof NOTICES)[number];

const visitIn = (cookies: Cookies) => readVisit(cookieKey(), cookies.get(VISIT_COOKIE), Date.now());

export function keepVisit(cookies: Cookies, visit: Visit): void {
	const sealed = sealVisit(cookieKey(), { ...visit, seen: minuteOf(Date.now()) });
	cookies.set(VISIT_COOKIE, sealed, VISIT_COOKIE_OPTIONS);
}

export function endVisit(cookies: Cookies): void {
	cookies.delete(VISIT_COOKIE, VISIT_COOKIE_OPTIONS);
}

export function sendBack(notice: Notice): never {
	redirect(303, `${VISIT_PATH}?notice=${notice}`);
}

/** The visit, or back to the code page. Its quiet time starts again, at most once a minute. */
export function currentVisit(cookies: Cookies): Visit {
	const read = visitIn(cookies);
	if (read.kind === 'quiet too long') {
		endVisit(cookies);
		forgetComfort(cookies);
		sendBack('quiet');
	}
	if (read.kind === 'none') redirect(303, VISIT_PATH);
	// Receipts do not stay open by being looked at again.
	if (!read.visit.sent && minuteOf(Date.now()) !== read.visit.seen) keepVisit(cookies, read.visit);
	return read.visit;
}

/** Seconds until a visit that goes on is over, of quiet and altogether; null where there is none. Changes nothing. */
export function closingOf(cookies: Cookies): { quiet: number; altogether: number } | null {
	const read = visitIn(cookies);
	return read.kind === 'visit' && !read.visit.sent ? closesIn(read.visit, Date.now()) : null;
}

/** "I am still here": its quiet time starts again. False when it is over. */
export function stayInVisit(cookies: Cookies): boolean {
	const read = visitIn(cookies);
	if (read.kind !== 'visit') return false;
	if (!read.visit.sent) keepVisit(cookies, read.visit);
	return true;
}

/** Ends the visit, and with it a draft that nobody could come back to. */
export async function leaveVisit(cookies: Cookies): Promise<void> {
	const read = visitIn(cookies);
	if (read.kind === 'visit' && read.visit.draft && !read.visit.kept) await dropDraft(database(), read.visit.draft.id);
	endVisit(cookies);
}

/** On the code page: a visit that was sent is over, so that the next one here finds no receipts, and everything as usual. */
export function endSentVisit(cookies: Cookies): void {
	const read = visitIn(cookies);
	if (read.kind !== 'visit' || !read.visit.sent) return;
	endVisit(cookies);
	forgetComfort(cookies);
}

/** The visit with its draft, or the page that comes first. */
export function begunVisit(cookies: Cookies): BegunVisit {
	const visit = currentVisit(cookies);
	if (visit.sent) redirect(303, `${VISIT_PATH}/thanks`);
	if (!visit.draft) redirect(303, `${VISIT_PATH}/start`);
	return { ...visit, draft: visit.draft };
}
