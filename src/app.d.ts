import type { SignedIn, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { OpenSession } from '#lib/auth/sessions.server.ts';

declare global {
	namespace App {
		interface Locals {
			/** The member of staff, elected member or advocacy worker who is signed in, or null; never read on /survey. */
			actor: SignedIn | null;
			/** The young person who is signed in, or null; never both. */
			youngPerson: YoungPersonSignedIn | null;
			/** The session behind either, or null. */
			session: OpenSession | null;
		}
		interface Error {
			message: string;
		}
	}
}

export {};
