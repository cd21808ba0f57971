/*
 * The keys of one wave, in the keyring and nowhere else: the private key that opens the box, and the wave secret.
 * They are one file, so that they are destroyed together. Nothing here reads a ballot.
 */
import { randomBytes } from 'node:crypto';
import { hashOf } from '#lib/secrets/envelope.ts';
import { drawSealingKeys, openSealed, sealTo } from '#lib/secrets/sealing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const KEY_BYTES = 32;
const PARTS = 3;
const TEST = 'this wave can be counted';

/** What opening the test seal must say: also the secret and the public key are the ones that were drawn. */
const testOf = (bytes: Uint8Array): string => `${TEST} ${hashOf(Buffer.from(bytes).toString('base64'))}`;

export interface WaveKeys {
	privateKey: Buffer;
	/** Goes into drafts' keys and account codes; destroyed with the private key. */
	secret: Buffer;
	/** What ballots are sealed to: from here, not from the database, where somebody may have changed it. */
	publicKey: string;
}

function nameOf(waveId: string): string {
	return `wave/${waveId}`;
}

/** Keys that were drawn and are in no keyring yet. */
export interface DrawnKeys {
	publicKey: string;
	testSeal: string;
	/** Puts them into the keyring, in place of what an opening that was cut off may have left. */
	keep(keyring: Keyring): void;
}

/** Draws the keys of a wave that opens: what the database may hold, and what the keyring must before it does. */
export async function drawWaveKeys(waveId: string): Promise<DrawnKeys> {
	const { publicKey, privateKey } = await drawSealingKeys();
	const name = nameOf(waveId);
	const bytes = Buffer.concat([privateKey, randomBytes(KEY_BYTES), Buffer.from(publicKey, 'base64url')]);
	return {
		publicKey,
		testSeal: await sealTo(publicKey, Buffer.from(testOf(bytes)), name),
		keep(keyring) {
			keyring.destroy(name);
			keyring.put(name, bytes);
		}
	};
}

/** The wave's keys, or null when they are lost or destroyed. */
export function waveKeys(keyring: Keyring, waveId: string): WaveKeys | null {
	const bytes = keyring.get(nameOf(waveId));
	if (!bytes) return null;
	const [privateKey, secret, publicKey] = [0, 1, 2].map((part) =>
		bytes.subarray(part * KEY_BYTES, (part + 1) * KEY_BYTES)
	) as [Buffer, Buffer, Buffer];
	return { privateKey, secret, publicKey: publicKey.toString('base64url') };
}

async function fits(bytes: Buffer, waveId: string, testSeal: string): Promise<boolean> {
	const opened = await openSealed(bytes.subarray(0, KEY_BYTES), testSeal, nameOf(waveId));
	return bytes.length === PARTS * KEY_BYTES && opened?.toString() === testOf(bytes);
}

/** True when the private key opens the wave's test seal: the box can be counted. */
export async function canBeCounted(keyring: Keyring, waveId: string, testSeal: string): Promise<boolean> {
	const bytes = keyring.get(nameOf(waveId));
	return bytes !== null && fits(bytes, waveId, testSeal);
}

/** Destroys both, for good, and the halves that nobody has fetched. */
export function destroyWaveKeys(keyring: Keyring, waveId: string): void {
	keyring.destroy(nameOf(waveId));
	for (const name of keyring.list('half')) if (name.startsWith(`half/${waveId}-`)) keyring.destroy(name);
}

const halfName = (waveId: string, part: number): string => `half/${waveId}-${part}`;

/** Keeps a half beside the whole key until its holder fetches it: so nobody ever sees both. */
export function keepHalf(keyring: Keyring, waveId: string, part: number, half: string): void {
	const name = halfName(waveId, part);
	keyring.destroy(name);
	keyring.put(name, Buffer.from(half, 'base64url'));
}

/** True while a half waits for its holder. */
export function halfWaits(keyring: Keyring, waveId: string, part: number): boolean {
	return keyring.has(halfName(waveId, part));
}

/** The half, once: it is gone from the keyring afterwards. */
export function fetchHalf(keyring: Keyring, waveId: string, part: number): string | null {
	const half = keyring.get(halfName(waveId, part));
	if (half) keyring.destroy(halfName(waveId, part));
	return half?.toString('base64url') ?? null;
}

/** The waves that the keyring has keys of. */
export function wavesWithKeys(keyring: Keyring): string[] {
	return keyring.list('wave').map((name) => name.slice('wave/'.length));
}

/** The recovery copy as two halves: each alone is random, both together are the keys (XOR, a one-time pad). */
export function recoveryHalves(keyring: Keyring, waveId: string): [string, string] {
	const bytes = keyring.get(nameOf(waveId));
	if (!bytes) throw new Error('a wave that has just been opened has its keys');
	const first = randomBytes(bytes.length);
	const second = bytes.map((byte, place) => byte ^ (first[place] ?? 0));
	return [first.toString('base64url'), Buffer.from(second).toString('base64url')];
}

export type Recovered = 'recovered' | 'there already' | 'these halves do not belong to this wave';

/** Puts lost or damaged keys back from both halves, if they open the wave's test seal. */
export async function recoverWaveKeys(
	keyring: Keyring,
	waveId: string,
	testSeal: string,
	halves: readonly [string, string]
): Promise<Recovered> {
	if (await isWhole(keyring, waveId, testSeal)) return 'there already';
	const [first, second] = halves.map((half) => Buffer.from(half.trim(), 'base64url')) as [Buffer, Buffer];
	const bytes = Buffer.from(first.map((byte, place) => byte ^ (second[place] ?? 0)));
	if (first.length !== second.length || !(await fits(bytes, waveId, testSeal))) {
		return 'these halves do not belong to this wave';
	}
	keyring.destroy(nameOf(waveId));
	keyring.put(nameOf(waveId), bytes);
	return 'recovered';
}

/** A damaged file is as good as none here: it must not stand in the way of the halves. */
async function isWhole(keyring: Keyring, waveId: string, testSeal: string): Promise<boolean> {
	try {
		return await canBeCounted(keyring, waveId, testSeal);
	} catch {
		return false;
	}
}
