/*
 * Who answers what people ask about their own data: the safeguarding lead. An administrator must never read content, and
 * those who work with a child are who the child may be complaining about.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';

export const mayAnswer = (actor: Actor): boolean => actsAs(actor, 'safeguarding lead');
