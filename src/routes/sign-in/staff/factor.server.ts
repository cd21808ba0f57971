/*
 * What the two pages share where a member of staff shows a second factor: at sign-in and at a step-up.
 */
import type { Cookies } from '@sveltejs/kit';
import { signInOptions } from '#lib/auth/passkeys/proving.server.ts';
import { nextCodeOf } from '#lib/auth/staff/code-generators.server.ts';
import type { Shown } from '#lib/auth/staff/second-step.server.ts';
import { factorsOf } from '#lib/auth/staff/own/second-factors.server.ts';
import { UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS } from '#lib/auth/under-way.server.ts';
import { database, keyring, theServer } from '#lib/database/running.server.ts';

/** Where passkeys belong: the address that the configuration names, else the one that was asked. */
export const siteAddress = (url: URL): string => theServer().configuration.origin ?? url.origin;

/** Keeps what is under way in the browser, sealed. */
export function remember(cookies: Cookies, sealed: string): void {
	cookies.set(UNDER_WAY_COOKIE, sealed, UNDER_WAY_OPTIONS);
}

/** What somebody can show, and the challenge for their passkeys. The demonstration's people have no app: it tells the code. */
export async function factorPage(url: URL, staffId: string, now: Date) {
	const { generator, passkeys } = await factorsOf(database(), staffId);
	const { options, challenge } = await signInOptions(database(), siteAddress(url), { kind: 'staff', id: staffId });
	const tells = theServer().configuration.demonstration;
	const shown = {
		generator,
		passkey: passkeys.length > 0 ? options : null,
		demonstrationCode: tells ? await nextCodeOf(database(), keyring(), staffId, now) : null
	};
	return { shown, challenge };
}

/** What a form of the page showed. */
export async function shownIn(request: Request, url: URL, kind: Shown['kind'], challenge = ''): Promise<Shown> {
	const form = await request.formData();
	if (kind !== 'passkey') return { kind, typed: String(form.get('code') ?? '').slice(0, 100) };
	return { kind, origin: siteAddress(url), challenge, answer: String(form.get('answer') ?? '') };
}
