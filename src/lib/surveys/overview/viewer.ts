/*
 * Who may look at the questionnaires and their preview. Content only: there is no answer behind any of it.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';

/** Whoever plans surveys or answers for them. */
export const mayViewQuestionnaires = (actor: Actor): boolean =>
	actsAs(actor, 'participation officer', 'administrator', 'safeguarding lead', 'IRO');
