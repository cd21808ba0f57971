/*
 * The concern of the address for whoever may see it, and what a page says when it could not be changed. Anything else is
 * not found. Every page about concerns begins here.
 */
import { error, fail } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { openConcern, type Thread } from '#lib/concerns/board/threads.server.ts';
import { theServer } from '#lib/database/running.server.ts';

/** Nothing here, or nothing for them: both look alike. */
export function nothingHere(): never {
	error(404, 'There is nothing here.');
}

export function actorIn({ actor }: App.Locals): SignedIn {
	return actor ?? nothingHere();
}

/** Opens the concern for who asks: it is seen from now on. */
export async function theirThread(locals: App.Locals, id: string): Promise<Thread> {
	const { db, keyring } = theServer();
	return (await openConcern(db, keyring, actorIn(locals), id, new Date())) ?? nothingHere();
}

/** What a form carries of what its page had shown. */
export const shownIn = (concern: string, form: FormData) => ({ concern, print: String(form.get('seen') ?? '') });

/** Somebody else was quicker; what was typed is still there. */
export function notYet(kind: 'not theirs' | 'changed in between', given: Readonly<Record<string, string>> = {}) {
	if (kind === 'not theirs') nothingHere();
	return fail(409, { kind, given });
}
