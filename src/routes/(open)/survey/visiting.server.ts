/*
 * The visit of the request at hand: reading, keeping and ending the survey's cookie. Every survey page begins here.
 */
import { redirect, type Cookies } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { dropDraft } from '#lib/responses/drafts.server.ts';
import {
	closesIn,
	markOf,
	minuteOf,
	readVisit,
	sealVisit,
	VISIT_COOKIE,
	VISIT_COOKIE_OPTIONS,
	VISIT_KEY,
	VISIT_PATH,
	type BegunVisit,
	type ReadVisit,
	type Visit
} from '#lib/responses/visit.server.ts';
import { forgetComfort } from '../comfort/keeping.server.ts';

let key: Buffer | undefined;
const cookieKey = (): Buffer => (key ??= keyring().getOrDraw(VISIT_KEY));

/** What the code page says to somebody who was sent back to it. */
export const NOTICES = ['quiet', 'closed', 'gone', 'left', 'other'] as const;
export type Notice = (typeof NOTICES)[number];

/** What a request's cookie says, opened once; a request has its own cookies. */
const opened = new WeakMap<Cookies, ReadVisit>();

function visitIn(cookies: Cookies): ReadVisit {
	const read = opened.get(cookies) ?? readVisit(cookieKey(), cookies.get(VISIT_COOKIE), Date.now());
	opened.set(cookies, read);
	return read;
}

export function keepVisit(cookies: Cookies, visit: Visit): void {
	const kept = { ...visit, seen: minuteOf(Date.now()) };
	cookies.set(VISIT_COOKIE, sealVisit(cookieKey(), kept), VISIT_COOKIE_OPTIONS);
	opened.set(cookies, { kind: 'visit', visit: kept });
}

/** Ends the visit, and what was chosen for it to read well: the next one here finds everything as usual. */
export function endVisit(cookies: Cookies): void {
	cookies.delete(VISIT_COOKIE, VISIT_COOKIE_OPTIONS);
	opened.set(cookies, { kind: 'none' });
	forgetComfort(cookies);
}

export function sendBack(notice: Notice): never {
	redirect(303, `${VISIT_PATH}?notice=${notice}`);
}

/** A form's field that says which visit its page belongs to. */
const ofAnother = (form: FormData, visit: Visit): boolean => form.get('visit') !== markOf(visit);

/**
 * The visit, or back to the code page. Its quiet time starts again, at most once a minute.
 * @param form What was sent: from a page of another visit nothing is taken, and nobody counts as being here.
 */
export function currentVisit(cookies: Cookies, form: FormData | null): Visit {
	const read = visitIn(cookies);
	if (read.kind === 'quiet too long') {
		endVisit(cookies);
		sendBack('quiet');
	}
	if (read.kind === 'none') redirect(303, VISIT_PATH);
	if (form && ofAnother(form, read.visit)) sendBack('other');
	// Receipts do not stay open by being looked at again.
	if (!read.visit.sent && minuteOf(Date.now()) !== read.visit.seen) keepVisit(cookies, read.visit);
	return read.visit;
}

/** Whether a survey is under way here that would be lost, or left, by a stray tap. */
export function hasBegun(cookies: Cookies, form: FormData): boolean {
	const read = visitIn(cookies);
	if (read.kind !== 'visit' || (form.has('visit') && ofAnother(form, read.visit))) return false;
	return !read.visit.sent && read.visit.draft !== null;
}

/** What the pages of a visit carry in their forms; null where there is none. */
export function markIn(cookies: Cookies): string | null {
	const read = visitIn(cookies);
	return read.kind === 'visit' ? markOf(read.visit) : null;
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

/** Whether a visit was used since one of its pages, which has been quiet for so many minutes, heard from us: in another tab. */
export function isUsedElsewhere(cookies: Cookies, quietMinutes: number): boolean {
	const read = visitIn(cookies);
	return read.kind === 'visit' && minuteOf(Date.now()) - read.visit.seen < quietMinutes - 1;
}

/**
 * Ends the visit, if one is open, and with it a draft that nobody could come back to.
 * @param form What was sent: a page of another visit ends nothing. Whoever sends none means whatever is open.
 */
export async function leaveVisit(cookies: Cookies, form: FormData | null): Promise<void> {
	const read = visitIn(cookies);
	if (read.kind === 'none') return;
	if (read.kind === 'visit' && form?.has('visit') && ofAnother(form, read.visit)) sendBack('other');
	if (read.kind === 'visit' && read.visit.draft && !read.visit.kept) await dropDraft(database(), read.visit.draft.id);
	endVisit(cookies);
}

/** A card was typed while a visit is open here: its own goes on, such as in a second tab; another's is left for good. */
export async function makeRoom(cookies: Cookies, code: string): Promise<void> {
	const read = visitIn(cookies);
	if (read.kind === 'none') return;
	if (read.kind === 'visit' && !read.visit.sent && read.visit.code === code) redirect(303, `${VISIT_PATH}/next`);
	await leaveVisit(cookies, null);
}

/** On the code page: a visit that was sent or is long over ends, so that the next one here finds no receipts. */
export function endPastVisit(cookies: Cookies): void {
	const read = visitIn(cookies);
	if (read.kind === 'quiet too long' || (read.kind === 'visit' && read.visit.sent)) endVisit(cookies);
}

/** The visit with its draft, or the page that comes first. */
export function begunVisit(cookies: Cookies, form: FormData | null): BegunVisit {
	const visit = currentVisit(cookies, form);
	if (visit.sent) redirect(303, `${VISIT_PATH}/thanks`);
	if (!visit.draft) redirect(303, `${VISIT_PATH}/start`);
	return { ...visit, draft: visit.draft };
}
