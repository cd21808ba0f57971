/*
 * Who answers what people ask about their own data: the safeguarding lead. An administrator must never read content. About
 * whom a lead may not answer is answerers.server.ts.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';

export const mayAnswer = (actor: Actor): boolean => actsAs(actor, 'safeguarding lead');
