/*
 * Sealing what a young person wrote, and what they were answered, for its row: under their own key where they have an
 * account. Who may open it is decided in asking.server.ts and board.server.ts.
 */
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';

type Column = 'given_sealed' | 'closing_sealed' | 'on_file_sealed' | 'words_sealed';

/** `id` is concern.id, or concern_message.id for the words of a message. */
export function concernPlace(column: Column, id: string, youngPersonId: string | null): Place {
	const table = column === 'words_sealed' ? 'concern_message' : 'concern';
	return { table, id, column, ...(youngPersonId === null ? {} : { owner: youngPersonId }) };
}

/** Seals a text for its place. */
export const sealConcern = (
	keyring: Keyring,
	...[column, id, owner, text]: [...Parameters<typeof concernPlace>, string]
) => sealRecord(keyring, concernPlace(column, id, owner), text);

/** Opens a text in its place. */
export const openConcernText = (
	keyring: Keyring,
	...[column, id, owner, sealed]: [...Parameters<typeof concernPlace>, string]
) => openRecord(keyring, concernPlace(column, id, owner), sealed);
