/*
 * Sealing what somebody asked about their data, what they were answered, and their copy: under their own key where it is a
 * young person's. Who may open it is decided in asking.server.ts and answering.server.ts.
 */
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';

type Column = 'given_sealed' | 'answer_sealed' | 'copy_sealed';

const place = (column: Column, id: string, owner: string | null): Place => ({
	table: 'data_request',
	id,
	column,
	...(owner === null ? {} : { owner })
});

/** Seals a text for a column of a request; `owner` is its young person, null for who has no account. */
export const sealRequest = (keyring: Keyring, column: Column, id: string, owner: string | null, text: string): string =>
	sealRecord(keyring, place(column, id, owner), text);

/** Opens what stands in a column of a request. */
export const openRequestText = (keyring: Keyring, column: Column, id: string, owner: string | null, sealed: string) =>
	openRecord(keyring, place(column, id, owner), sealed);
