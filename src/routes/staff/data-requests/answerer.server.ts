/*
 * Who answers requests about data; for anybody else there is nothing here. Every page about them begins here.
 */
import { error } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { mayAnswer } from '#lib/data-rights/answerer.ts';

export function answererIn({ actor }: App.Locals): SignedIn {
	if (!actor || !mayAnswer(actor)) error(404, 'There is nothing here.');
	return actor;
}

export const nothingHere = (): never => error(404, 'There is nothing here.');
