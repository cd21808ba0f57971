/*
 * Sealing to a public key: HPKE (RFC 9180) with X25519, HKDF-SHA-256 and AES-256-GCM, by the @hpke/core library.
 * Which key pairs exist, and when they are destroyed, is decided by those who call.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const ENCAPSULATED = 32;

export interface SealingKeys {
	/** base64url, for the database. */
	publicKey: string;
	/** 32 bytes, for the keyring. */
	privateKey: Buffer;
}

function bytesOf(buffer: Uint8Array): ArrayBuffer {
	return new Uint8Array(buffer).buffer;
}

/** Draws a fresh key pair. */
export async function drawSealingKeys(): Promise<SealingKeys> {
	const pair = await suite.kem.generateKeyPair();
	return {
		publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url'),
		privateKey: Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey))
	};
}

/** Seals bytes so that only the private key opens them; `context` is bound in. Returns base64. */
export async function sealTo(publicKey: string, plain: Uint8Array, context: string): Promise<string> {
	const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(Buffer.from(publicKey, 'base64url')));
	const sender = await suite.createSenderContext({ recipientPublicKey });
	const sealed = await sender.seal(bytesOf(plain), bytesOf(Buffer.from(context)));
	return Buffer.concat([Buffer.from(sender.enc), Buffer.from(sealed)]).toString('base64');
}

/** Opens what `sealTo` made; null when the key, the context or the bytes are others. */
export async function openSealed(privateKey: Uint8Array, sealed: string, context: string): Promise<Buffer | null> {
	const bytes = Buffer.from(sealed, 'base64');
	try {
		const recipient = await suite.createRecipientContext({
			recipientKey: await suite.kem.deserializePrivateKey(bytesOf(privateKey)),
			enc: bytesOf(bytes.subarray(0, ENCAPSULATED))
		});
		return Buffer.from(await recipient.open(bytesOf(bytes.subarray(ENCAPSULATED)), bytesOf(Buffer.from(context))));
	} catch {
		return null;
	}
}
