/*
 * What is for the advocacy service alone: sealed by the council's server to a public key, opened only where the service's
 * own keyring is. The public key is kept in the council's keyring: who can only write to the database cannot swap it.
 */
import { COUNCIL_KEY, tenantKeyName, type Place } from './records.server.ts';
import { hashOf } from './envelope.ts';
import type { Keyring } from './keyring.server.ts';
import { drawSealingKeys, openSealed, sealTo } from './sealing.server.ts';

const KIND = 'advocacy';
const FORM = 'a1';
const KEY_BYTES = 32;
const CHECK_LENGTH = 8;

/** Which pair: it stands in everything sealed to it, so that older things still open after a new pair was made. */
const idOf = (publicKey: Uint8Array): string => hashOf(Buffer.from(publicKey).toString('base64url')).slice(0, 16);

/** The newest of a numbered kind: `advocacy/own-3`, `advocacy/trusted-2`. */
function newest(keyring: Keyring, kind: 'own' | 'trusted'): number {
	const numbers = keyring.list(KIND).map((name) => Number(new RegExp(`^${KIND}/${kind}-(\\d+)$`).exec(name)?.[1] ?? 0));
	return Math.max(0, ...numbers);
}

const nameOf = (kind: 'own' | 'trusted', number: number): string => `${KIND}/${kind}-${number}`;

/** A public key as people hand it over: with a check, so that a wrong letter is noticed. */
function written(publicKey: Uint8Array): string {
	const key = Buffer.from(publicKey).toString('base64url');
	return `${KIND}.${key}.${hashOf(`public key of the advocacy service ${key}`).slice(0, CHECK_LENGTH)}`;
}

function readWritten(text: string): Buffer | null {
	const [kind, key = '', , ...rest] = text.trim().split('.');
	const bytes = Buffer.from(key, 'base64url');
	const right = kind === KIND && rest.length === 0 && bytes.length === KEY_BYTES && written(bytes) === text.trim();
	return right ? bytes : null;
}

/** The pairs of the service's keyring, oldest first. */
function ownPairs(service: Keyring): { privateKey: Buffer; publicKey: Buffer }[] {
	const numbers = Array.from({ length: newest(service, 'own') }, (_, at) => at + 1);
	return numbers.flatMap((number) => {
		const bytes = service.get(nameOf('own', number));
		return bytes ? [{ privateKey: bytes.subarray(0, KEY_BYTES), publicKey: bytes.subarray(KEY_BYTES) }] : [];
	});
}

/** The service's present public key as it is handed to the council; null before the first was made. */
export function advocacyPublicKey(service: Keyring): string | null {
	const pair = ownPairs(service).at(-1);
	return pair ? written(pair.publicKey) : null;
}

/** True when a keyring holds anything of a council's: the service's private key must never lie there. */
export const isCouncilsKeyring = (keyring: Keyring): boolean =>
	keyring.has('tenant/identity') || keyring.has(COUNCIL_KEY) || newest(keyring, 'trusted') > 0;

export type AdvocacyKeysMade = { kind: 'made'; publicKey: string } | { kind: 'this is a council’s keyring' };

/**
 * Draws a key pair in the service's own keyring, and the first time the key for the service's own records. The older
 * pairs stay, to open what was sealed to them. The public key is for the council to trust.
 */
export async function makeAdvocacyKeys(service: Keyring): Promise<AdvocacyKeysMade> {
	if (isCouncilsKeyring(service)) return { kind: 'this is a council’s keyring' };
	service.getOrDraw(tenantKeyName('advocacy', 1));
	const pair = await drawSealingKeys();
	const publicKey = Buffer.from(pair.publicKey, 'base64url');
	service.put(nameOf('own', newest(service, 'own') + 1), Buffer.concat([pair.privateKey, publicKey]));
	return { kind: 'made', publicKey: written(publicKey) };
}

export type Trusted = { kind: 'trusted' } | { kind: 'trusted already' } | { kind: 'not a public key' };

/** Seals to this key from now on; `publicKey` is what `makeAdvocacyKeys` gave. */
export function trustAdvocacyKey(keyring: Keyring, publicKey: string): Trusted {
	const bytes = readWritten(publicKey);
	if (!bytes) return { kind: 'not a public key' };
	if (isTrusted(keyring, publicKey)) return { kind: 'trusted already' };
	keyring.put(nameOf('trusted', newest(keyring, 'trusted') + 1), bytes);
	return { kind: 'trusted' };
}

/** How a public key is named in the record and in what was sealed to it; null when it is none. */
export function fingerprintOf(publicKey: string): string | null {
	const bytes = readWritten(publicKey);
	return bytes ? idOf(bytes) : null;
}

/** Whether it is the key that is sealed to now. */
export function isTrusted(keyring: Keyring, publicKey: string): boolean {
	const bytes = readWritten(publicKey);
	return bytes !== null && trustedKey(keyring)?.equals(bytes) === true;
}

/** The public key that the council's server seals to; null while none was trusted: then there is no advocacy by Earshot. */
export function trustedKey(keyring: Keyring): Buffer | null {
	const number = newest(keyring, 'trusted');
	return number === 0 ? null : keyring.get(nameOf('trusted', number));
}

/** True when what is sealed here now can be opened there. */
export function opensWhatIsSealed(service: Keyring, keyring: Keyring): boolean {
	const trusted = trustedKey(keyring);
	return trusted !== null && ownPairs(service).some(({ publicKey }) => publicKey.equals(trusted));
}

const contextOf = ({ table, id, column, owner }: Place, pair: string): string =>
	JSON.stringify([KIND, table, id, column, owner ?? null, FORM, pair]);

/** Seals a text so that only the service opens it; null while no key of theirs is trusted. Returns `a1.pair.ciphertext`. */
export async function sealForAdvocacy(keyring: Keyring, place: Place, text: string): Promise<string | null> {
	const publicKey = trustedKey(keyring);
	if (!publicKey) return null;
	const pair = idOf(publicKey);
	const sealed = await sealTo(publicKey.toString('base64url'), Buffer.from(text), contextOf(place, pair));
	return `${FORM}.${pair}.${sealed}`;
}

/** @throws when it was sealed for another place, or to a pair that is not in this keyring. */
export async function openForAdvocacy(service: Keyring, place: Place, sealed: string): Promise<string> {
	const [form, pair = '', body = ''] = sealed.split('.');
	const mine = form === FORM ? ownPairs(service).find(({ publicKey }) => idOf(publicKey) === pair) : undefined;
	if (!mine) throw new Error(`the key that ${place.table} was sealed to is not in this keyring`);
	const plain = await openSealed(mine.privateKey, body, contextOf(place, pair));
	if (!plain) throw new Error(`a sealed record of ${place.table} does not open in its place`);
	return plain.toString();
}
