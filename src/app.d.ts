import type { SignedIn } from '#lib/auth/actor.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who is signed in, or null; never read on /survey. */
			actor: SignedIn | null;
		}
		interface Error {
			message: string;
		}
	}
}

export {};
