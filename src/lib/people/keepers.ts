/*
 * Who may keep the roster and see names for cards. One rule; the areas of the site are decided elsewhere.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';

/** The participation officer and the operator at the command line; nobody else imports, lists or names young people. */
export function mayKeepRoster(actor: Actor): boolean {
	return actsAs(actor, 'participation officer');
}
