/*
 * A passkey without a device: makes ES256 keys and signs challenges as a browser would post them, so that tests can also
 * send what no honest browser does. For tests only.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** What may be wrong with an answer. */
export interface Faults {
	origin?: string;
	/** The host that the authenticator believes it is at. */
	host?: string;
	/** False: the device did not ask for a finger, a face or a PIN. */
	verified?: boolean;
	counter?: number;
	userHandle?: string;
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const clientData = (type: string, challenge: string, origin: string) =>
	Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** The public key as COSE (RFC 9053): EC2, ES256, P-256. */
function coseOf(publicKey: KeyObject): Buffer {
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const fields = new Map<number, number | Uint8Array>([
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x, 'base64url'))],
		[-3, new Uint8Array(Buffer.from(y, 'base64url'))]
	]);
	return Buffer.from(isoCBOR.encode(fields));
}

/** One key on one device at one origin. */
export function softwarePasskey(origin: string) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const id = randomBytes(16);
	const name = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
	let used = 0;

	function authenticatorData({ host = new URL(origin).hostname, verified = true, counter }: Faults, extra = 0) {
		const flags = PRESENT | (verified ? VERIFIED : 0) | extra;
		const count = Buffer.alloc(4);
		count.writeUInt32BE(counter ?? used);
		return Buffer.concat([sha256(host), Buffer.from([flags]), count]);
	}

	return {
		id: name.id,
		/** Answers `registrationOptions`. */
		make({ challenge }: { challenge: string }, faults: Faults = {}): string {
			const length = Buffer.alloc(2);
			length.writeUInt16BE(id.length);
			const data = [authenticatorData(faults, WITH_KEY), Buffer.alloc(16), length, id, coseOf(publicKey)];
			const attestation = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(Buffer.concat(data))]
			]);
			const said = {
				clientDataJSON: clientData('webauthn.create', challenge, faults.origin ?? origin).toString('base64url'),
				attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
				transports: ['internal']
			};
			return JSON.stringify({ ...name, response: said, clientExtensionResults: {} });
		},
		/** Answers `signInOptions`; each answer counts one up. */
		prove({ challenge }: { challenge: string }, faults: Faults = {}): string {
			used += 1;
			const client = clientData('webauthn.get', challenge, faults.origin ?? origin);
			const data = authenticatorData(faults);
			const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
			const said = {
				clientDataJSON: client.toString('base64url'),
				authenticatorData: data.toString('base64url'),
				signature: signature.toString('base64url'),
				...(faults.userHandle !== undefined && { userHandle: faults.userHandle })
			};
			return JSON.stringify({ ...name, response: said, clientExtensionResults: {} });
		}
	};
}
