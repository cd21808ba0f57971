/*
 * Sealing bytes: AES-256-GCM with a random nonce, key derivation, padding. Node's own cryptography, no schemes of ours.
 * Keys are given, never kept here; where they live is keyring.server.ts.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey } from 'node:crypto';
import { hkdfSync, randomBytes } from 'node:crypto';

// Keys go in as key objects: given as plain bytes they take Node three times as long, on every page of the survey.
const NONCE = 12;
const TAG = 16;
export const KEY_BYTES = 32;

/** Seals bytes under a 32-byte key; `context` must be given again to open. Returns nonce ‖ ciphertext ‖ tag. */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(context));
	return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; null when key, context or bytes are not the ones that were sealed. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null {
	if (sealed.length < NONCE + TAG) return null;
	try {
		const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(0, NONCE)).setAAD(
			Buffer.from(context)
		);
		decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
		return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
	} catch {
		return null;
	}
}

/** A 32-byte key from secret parts (HKDF-SHA-256, RFC 5869); parts are length-prefixed so that they cannot run together. */
export function deriveKey(purpose: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
	const material = parts.flatMap((part) => {
		const bytes = Buffer.from(part as Uint8Array);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(bytes.length);
		return [length, bytes];
	});
	return Buffer.from(hkdfSync('sha256', Buffer.concat(material), Buffer.alloc(0), purpose, KEY_BYTES));
}

/** HMAC-SHA-256 of a text under a key, base64url. */
export function keyedHash(key: Uint8Array, text: string): string {
	return createHmac('sha256', key).update(text).digest('base64url');
}

/** SHA-256, base64url: for telling whether something is the same. It hides only what is random and long already. */
export function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}

/** A random identity: 128 bits, base64url; says nothing about order or time. */
export function randomId(): string {
	return randomBytes(16).toString('base64url');
}

/**
 * Pads bytes to a fixed size (4-byte length, bytes, zeros), so that the length of what is sealed says nothing.
 * @throws when the bytes do not fit: the sizes are checked when the questionnaire is built.
 */
export function pad(bytes: Uint8Array, size: number): Buffer {
	if (bytes.length + 4 > size) throw new Error(`${bytes.length} bytes do not fit into ${size}`);
	const padded = Buffer.alloc(size);
	padded.writeUInt32BE(bytes.length);
	padded.set(bytes, 4);
	return padded;
}

/** Takes the padding off. */
export function unpad(padded: Buffer): Buffer {
	return padded.subarray(4, 4 + padded.readUInt32BE());
}
