/*
 * Whose account this is: every page here asks. Entry is the hook's; without a session there is nothing here.
 */
import { error } from '@sveltejs/kit';

export function whose({ actor, session }: App.Locals) {
	if (!actor || !session) error(404, 'There is nothing here.');
	return { actor, session };
}
