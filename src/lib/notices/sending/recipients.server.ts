/*
 * Whom a notice is for, as they are at this moment: asked of the modules that know them, just before it goes out.
 */
import { THE_SERVER } from '#lib/auth/actor.ts';
import { nameAndAddressOf } from '#lib/auth/staff/accounts.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Language } from '#lib/i18n/translate.ts';
import { reachOf } from '#lib/people/person/reach.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { choiceOf } from '../choices.server.ts';
import type { Recipient } from '../delivery.ts';
import { NO_CHOICE } from '../choice.ts';
import { languageNamed } from './words.ts';

/** Somebody a notice is for, and their language. */
export async function recipientOf(
	db: Database,
	keyring: Keyring,
	kind: string,
	id: string
): Promise<{ recipient: Recipient; language: Language }> {
	if (kind === 'staff') {
		const staff = await nameAndAddressOf(db, id);
		return { recipient: { kind: 'staff', address: staff?.email ?? null }, language: 'en' };
	}
	const reach = await reachOf(db, THE_SERVER, id);
	const nothing = reach ? reach.nothing : 'nobody';
	// The address of somebody to whom nothing may be sent is not even opened.
	const choice = nothing ? NO_CHOICE : await choiceOf(db, keyring, THE_SERVER, id);
	const addressUnsafe = reach?.addressUnsafe ?? false;
	return {
		recipient: { kind: 'young person', nothing, addressUnsafe, choice },
		language: languageNamed(reach?.language ?? null)
	};
}
