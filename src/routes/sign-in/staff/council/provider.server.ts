/*
 * The council's own sign-in, where it has one; without it these pages are not there.
 */
import { error } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import type { SingleSignOn } from '#lib/settings/configuration.server.ts';

export function councilProvider(): SingleSignOn {
	const { singleSignOn } = theServer().configuration;
	if (!singleSignOn) error(404, 'There is nothing here.');
	return singleSignOn;
}

/** The one address that the provider sends people back to; it must be registered there. */
export const backAddress = ({ origin }: URL): URL => new URL('/sign-in/staff/council/back', origin);
