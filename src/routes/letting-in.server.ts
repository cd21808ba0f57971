/*
 * What every door does once somebody has proven who they are: opens or renews the session, sets its cookie, forgets what
 * was under way, and says where to go. How they proved it is each door's own.
 */
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { deviceOf } from '#lib/auth/device.ts';
import {
	SESSION_COOKIE,
	SESSION_COOKIE_OPTIONS,
	sessionsIn,
	type Holder,
	type Means,
	type OpenSession
} from '#lib/auth/sessions.server.ts';
import type { Link } from '#lib/auth/single-sign-on/links.server.ts';
import { welcome } from '#lib/auth/staff/second-step.server.ts';
import { database } from '#lib/database/running.server.ts';
import { forget } from './under-way.server.ts';

/** Only a path of ours: never another site, never a protocol. */
export function pathAfter(to: string | null | undefined): string | null {
	return to && /^\/(?![/\\])[\w\-/.]*$/.test(to) ? to : null;
}

/** The device that asks, in coarse words. */
export const deviceIn = (request: Request): string => deviceOf(request.headers.get('user-agent'));

/** Ends what the browser held before and opens a session, proven then or now: a token that was planted is worth nothing. */
export async function letIn(
	{ cookies, request }: Pick<RequestEvent, 'cookies' | 'request'>,
	holder: Holder,
	means: Means,
	now: Date,
	provenAt: Date = now
): Promise<void> {
	const sessions = sessionsIn(database());
	const old = cookies.get(SESSION_COOKIE);
	if (old) await sessions.close(old);
	const token = await sessions.open(holder, { means, device: deviceIn(request), provenAt }, now);
	cookies.set(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
	forget(cookies);
}

/** Notes a member of staff as signed in and lets them in; null when the account was closed meanwhile, or the link is another's. */
export async function welcomeIn(
	event: Pick<RequestEvent, 'cookies' | 'request'>,
	staffId: string,
	means: Means,
	now: Date,
	{ link = null, provenAt = now }: { link?: Link | null; provenAt?: Date } = {}
): Promise<SignedIn | null> {
	const actor = await welcome(database(), staffId, { means, device: deviceIn(event.request) }, now, link);
	if (actor) await letIn(event, { kind: 'staff', id: staffId }, means, now, provenAt);
	return actor;
}

/** A fresh proof within a session: the token changes. False when the session was over. */
export async function proveAgain(cookies: Cookies, means: Means, now: Date): Promise<boolean> {
	const token = cookies.get(SESSION_COOKIE);
	const fresh = token ? await sessionsIn(database()).stepUp(token, means, now) : null;
	if (!fresh) return false;
	cookies.set(SESSION_COOKIE, fresh, SESSION_COOKIE_OPTIONS);
	forget(cookies);
	return true;
}

/** Ends the session of this browser, if there is one, and takes its cookies. */
export async function letOut(cookies: Cookies): Promise<void> {
	const token = cookies.get(SESSION_COOKIE);
	cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
	forget(cookies);
	if (token) await sessionsIn(database()).close(token);
}

/** Whose session this browser holds, on routes where the hook does not look. */
export async function sessionOf(cookies: Cookies, now: Date): Promise<OpenSession | null> {
	const token = cookies.get(SESSION_COOKIE);
	return token ? sessionsIn(database()).read(token, now) : null;
}

/** The first page of somebody's part of the house. */
export function homeOf({ actor, youngPerson }: Pick<OpenSession, 'actor' | 'youngPerson'>): string {
	if (youngPerson) return '/me';
	if (actor?.tenant === 'advocacy') return '/advocate';
	return actor?.roles.every((role) => role === 'committee member') ? '/committee' : '/staff';
}
