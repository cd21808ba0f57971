/*
 * The young person whose page this is. The hook has let nobody else in; this says so to the types, and stops all the same.
 */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { OpenSession } from '#lib/auth/sessions.server.ts';
import type { Here } from '#lib/auth/young/ways/changing.server.ts';
import { deviceIn } from '../letting-in.server.ts';

export function signedIn({ youngPerson, session }: App.Locals): {
	youngPerson: YoungPersonSignedIn;
	session: OpenSession;
} {
	if (!youngPerson || !session) error(404, 'There is nothing here.');
	return { youngPerson, session };
}

/** Where somebody changes something of theirs. */
export function hereIn({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>): Here {
	return { device: deviceIn(request), session: signedIn(locals).session.id };
}
