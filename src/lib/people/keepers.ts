/*
 * Who may keep the roster, and who may look for whom in it. Rules over roles only; caseloads are in caseloads.server.ts,
 * the areas of the site in auth/.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';

/** The participation officer and the operator at the command line; nobody else imports, lists or names young people. */
export function mayKeepRoster(actor: Actor): boolean {
	return actsAs(actor, 'participation officer');
}

/** Who may see every young person; the others see their own caseload and those they cover. */
export function seesEveryone(actor: Actor): boolean {
	return actsAs(actor, 'participation officer', 'safeguarding lead');
}

/** Who has a reason to look for young people at all. An administrator has none. */
export function mayLookForPeople(actor: Actor): boolean {
	return actsAs(actor, 'participation officer', 'safeguarding lead', 'IRO', 'social worker');
}
