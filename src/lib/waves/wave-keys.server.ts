/*
 * The keys of one wave, in the keyring and nowhere else: the private key that opens the box, and the wave secret.
 * They are one file, so that they are destroyed together. Nothing here reads a ballot.
 */
import { randomBytes } from 'node:crypto';
import { drawSealingKeys, openSealed, sealTo } from '#lib/secrets/sealing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const KEY_BYTES = 32;
const TEST = 'this wave can be counted';

export interface WaveKeys {
	privateKey: Buffer;
	/** Goes into drafts' keys and account codes; destroyed with the private key. */
	secret: Buffer;
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
	return {
		publicKey,
		testSeal: await sealTo(publicKey, Buffer.from(TEST), name),
		keep(keyring) {
			keyring.destroy(name);
			keyring.put(name, Buffer.concat([privateKey, randomBytes(KEY_BYTES)]));
		}
	};
}

/** The wave's keys, or null when they are lost or destroyed. */
export function waveKeys(keyring: Keyring, waveId: string): WaveKeys | null {
	const bytes = keyring.get(nameOf(waveId));
	return bytes && { privateKey: bytes.subarray(0, KEY_BYTES), secret: bytes.subarray(KEY_BYTES) };
}

/** True when the private key opens the wave's test seal: the box can be counted. */
export async function canBeCounted(keyring: Keyring, waveId: string, testSeal: string): Promise<boolean> {
	const keys = waveKeys(keyring, waveId);
	if (!keys) return false;
	const opened = await openSealed(keys.privateKey, testSeal, nameOf(waveId));
	return opened?.toString() === TEST;
}

/** Destroys both, for good. */
export function destroyWaveKeys(keyring: Keyring, waveId: string): void {
	keyring.destroy(nameOf(waveId));
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
	if (first.length !== 2 * KEY_BYTES || second.length !== 2 * KEY_BYTES)
		return 'these halves do not belong to this wave';
	const opened = await openSealed(bytes.subarray(0, KEY_BYTES), testSeal, nameOf(waveId));
	if (opened?.toString() !== TEST) return 'these halves do not belong to this wave';
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
