/*
 * Envelope encryption of one record's column: a data key for each record, wrapped by the tenant's key from the keyring.
 * The additional data ties a ciphertext to its row: moved to another, it does not open.
 */
import { randomBytes } from 'node:crypto';
import { KEY_BYTES, seal, unseal } from './envelope.ts';
import type { Keyring } from './keyring.server.ts';

export const COUNCIL_KEY = 'tenant/council';
const FORM = 1;

/** Where a sealed text stands. */
export interface Place {
	table: string;
	id: string;
	column: string;
}

function contextOf({ table, id, column }: Place): string {
	return JSON.stringify([table, id, column, FORM]);
}

function tenantKey(keyring: Keyring): Buffer {
	const key = keyring.get(COUNCIL_KEY);
	if (!key) throw new Error('the keyring has no tenant key: run "earshot migrate" with the right EARSHOT_KEYRING');
	return key;
}

/**
 * A keyring for one operation over many records: it reads the tenant's key when the first is opened, and not again for each.
 * Make it inside that operation and let it go with it; a key is never held for longer.
 */
export function forManyRecords(keyring: Keyring): Keyring {
	let key: Buffer | null = null;
	return { ...keyring, get: (name) => (name === COUNCIL_KEY ? (key ??= keyring.get(name)) : keyring.get(name)) };
}

/** Seals a text for its place; returns `form.wrappedKey.ciphertext` in base64url. */
export function sealRecord(keyring: Keyring, place: Place, text: string): string {
	const dataKey = randomBytes(KEY_BYTES);
	const wrapped = seal(tenantKey(keyring), dataKey, contextOf(place));
	const sealed = seal(dataKey, Buffer.from(text), contextOf(place));
	return `${FORM}.${wrapped.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** @throws when the ciphertext was made for another place or by another key: that is damage or an attack, never an outcome. */
export function openRecord(keyring: Keyring, place: Place, sealed: string): string {
	const [form, wrapped, body] = sealed.split('.');
	if (form !== String(FORM) || !wrapped || !body) throw new Error(`unknown form of sealed record in ${place.table}`);
	const dataKey = unseal(tenantKey(keyring), Buffer.from(wrapped, 'base64url'), contextOf(place));
	const plain = dataKey && unseal(dataKey, Buffer.from(body, 'base64url'), contextOf(place));
	if (!plain) throw new Error(`a sealed record of ${place.table} does not open in its place`);
	return plain.toString();
}
