/*
 * Envelope encryption of one record's column: a data key for each record, wrapped by the tenant's key and, where the record
 * is about a young person, by theirs as well: destroyed, it takes them with it, out of every backup too. The additional
 * data ties a ciphertext to its row. Which columns are sealed is in columns.ts; changing keys in rotation/.
 */
import { randomBytes } from 'node:crypto';
import type { Tenant } from '#lib/auth/actor.ts';
import { deriveKey, KEY_BYTES, seal, unseal } from './envelope.ts';
import type { Keyring } from './keyring.server.ts';

export const COUNCIL_KEY = 'tenant/council';
const FORM = 2;
/** How records were sealed before there were versions and owners; still opened, and sealed anew by the next rotation. */
const FIRST_FORM = 1;

/** Where a sealed text stands. */
export interface Place {
	table: string;
	id: string;
	column: string;
	/** The young person it is about: sealed under their own key too. */
	owner?: string;
	/** Whose key; the council's if not said. */
	tenant?: Tenant;
}

/** The name of a young person's own key in the keyring. */
export const ownersKey = (youngPersonId: string): string => `person/${youngPersonId}`;

/** The name of one version of a tenant's key, from 1. */
export function tenantKeyName(tenant: Tenant, version: number): string {
	return version === 1 ? `tenant/${tenant}` : `tenant/${tenant}-${version}`;
}

/** The versions of a tenant's key that the keyring holds, oldest first. */
export function tenantKeyVersions(keyring: Keyring, tenant: Tenant): number[] {
	return keyring
		.list('tenant')
		.flatMap((name) => {
			const [, whose, version] = /^tenant\/([a-z]+)(?:-(\d+))?$/.exec(name) ?? [];
			return whose === tenant ? [Number(version ?? 1)] : [];
		})
		.sort((one, other) => one - other);
}

/** The version that is sealed with now. @throws when the tenant has no key here. */
export function currentVersion(keyring: Keyring, tenant: Tenant): number {
	const version = tenantKeyVersions(keyring, tenant).at(-1);
	if (!version) throw new Error('the keyring has no tenant key: run "earshot migrate" with the right EARSHOT_KEYRING');
	return version;
}

/** Which version of which form a sealed text is in; null when it is none of ours. */
export function versionOf(sealed: string): { form: number; version: number } | null {
	const [form, second] = sealed.split('.');
	if (form === String(FIRST_FORM)) return { form: FIRST_FORM, version: 1 };
	return form === String(FORM) && Number(second) >= 1 ? { form: FORM, version: Number(second) } : null;
}

/** How everything begins that is sealed as of now: what begins otherwise is to be sealed anew. */
export const beginningOf = (version: number): string => `${FORM}.${version}.`;

function contextOf({ table, id, column, owner }: Place, form: number, version?: number): string {
	if (form === FIRST_FORM) return JSON.stringify([table, id, column, FIRST_FORM]);
	return JSON.stringify([table, id, column, FORM, owner ?? null, ...(version === undefined ? [] : [version])]);
}

/** What wraps a record's data key. @throws when a key is not there: lost, or destroyed when somebody was erased. */
function wrappingKey(
	keyring: Keyring,
	{ tenant = 'council', owner }: Place,
	version: number,
	drawing: boolean
): Buffer {
	const key = keyring.get(tenantKeyName(tenant, version));
	if (!key) throw new Error('the keyring has no tenant key: run "earshot migrate" with the right EARSHOT_KEYRING');
	if (owner === undefined) return key;
	const own = drawing ? keyring.getOrDraw(ownersKey(owner)) : keyring.get(ownersKey(owner));
	if (!own) throw new Error('the key of this young person is not there: they were erased, or the keyring is older');
	return deriveKey('earshot record of a young person', key, own);
}

/**
 * A keyring for one operation over many records: it reads the tenants' keys when the first is opened, and not again for each.
 * Make it inside that operation and let it go with it; a key is never held for longer.
 */
export function forManyRecords(keyring: Keyring): Keyring {
	const keys = new Map<string, Buffer | null>();
	let names: string[] | null = null;
	return {
		...keyring,
		get(name) {
			if (!name.startsWith('tenant/')) return keyring.get(name);
			if (!keys.get(name)) keys.set(name, keyring.get(name));
			return keys.get(name) ?? null;
		},
		list: (kind) => (kind === 'tenant' ? (names ??= keyring.list(kind)) : keyring.list(kind))
	};
}

function sealedFor(keyring: Keyring, place: Place, text: string, drawing: boolean): string {
	const version = currentVersion(keyring, place.tenant ?? 'council');
	const dataKey = randomBytes(KEY_BYTES);
	const wrapped = seal(wrappingKey(keyring, place, version, drawing), dataKey, contextOf(place, FORM, version));
	const sealed = seal(dataKey, Buffer.from(text), contextOf(place, FORM));
	return `${beginningOf(version)}${wrapped.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** Seals a text for its place; returns `form.version.wrappedKey.ciphertext`, the last two in base64url. */
export function sealRecord(keyring: Keyring, place: Place, text: string): string {
	return sealedFor(keyring, place, text, true);
}

/** @throws when the ciphertext was made for another place or by another key: that is damage or an attack, never an outcome. */
export function openRecord(keyring: Keyring, place: Place, sealed: string): string {
	const made = versionOf(sealed);
	const [wrapped, body] = sealed.split('.').slice(-2);
	if (!made || !wrapped || !body) throw new Error(`unknown form of sealed record in ${place.table}`);
	const { form, version } = made;
	const { owner, ...first } = place;
	const key = wrappingKey(
		keyring,
		form === FIRST_FORM ? first : { ...first, ...(owner ? { owner } : {}) },
		version,
		false
	);
	const dataKey = unseal(key, Buffer.from(wrapped, 'base64url'), contextOf(place, form, version));
	const plain = dataKey && unseal(dataKey, Buffer.from(body, 'base64url'), contextOf(place, form));
	if (!plain) throw new Error(`a sealed record of ${place.table} does not open in its place`);
	return plain.toString();
}

/**
 * Opens and seals anew: a fresh data key under the newest version. The key of a young person who was erased meanwhile is
 * not drawn again; only the first form knew none yet. @throws when it does not open in its place.
 */
export function resealRecord(keyring: Keyring, place: Place, sealed: string): string {
	const text = openRecord(keyring, place, sealed);
	return sealedFor(keyring, place, text, versionOf(sealed)?.form === FIRST_FORM);
}
