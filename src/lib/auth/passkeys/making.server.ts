/*
 * Making a passkey: what the browser is asked, and checking what it made. The library checks the signatures.
 */
import {
	generateRegistrationOptions,
	verifyRegistrationResponse,
	type PublicKeyCredentialCreationOptionsJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import type { Database } from '#lib/database/schema.ts';
import { describedKeys, type NewPasskey } from '../passkeys.server.ts';
import type { Holder } from '../session-adapter.server.ts';
import { passkeyAnswer } from './answer.ts';
import { handleOf, siteOf } from './site.ts';

/** EdDSA, ES256 and RS256 (COSE numbers): what every device of today makes one of. */
const ALGORITHMS = [-8, -7, -257];

/**
 * What the browser is asked to make a key with, and the challenge to remember (sealed, see under-way.server.ts). The
 * holder need not exist yet; `userName` is what the device shows its owner.
 */
export async function registrationOptions(
	db: Database,
	origin: string,
	holder: Holder,
	{ userName, displayName }: { userName: string; displayName: string }
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; challenge: string }> {
	const options = await generateRegistrationOptions({
		rpName: 'Earshot',
		rpID: siteOf(origin).expectedRPID,
		userID: new Uint8Array(handleOf(holder)),
		userName,
		userDisplayName: displayName,
		supportedAlgorithmIDs: ALGORITHMS,
		excludeCredentials: await describedKeys(db, holder),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	return { options, challenge: options.challenge };
}

/** Checks what the browser made, outside any transaction; null when it is not right. `storePasskey` keeps it. */
export async function checkNewPasskey(origin: string, challenge: string, answer: string): Promise<NewPasskey | null> {
	const response = passkeyAnswer(answer);
	if (!response || challenge === '') return null; // '' was asked of nobody, and the library would find it equal to ''
	try {
		const checked = await verifyRegistrationResponse({
			response: response as unknown as RegistrationResponseJSON,
			expectedChallenge: challenge,
			...siteOf(origin),
			supportedAlgorithmIDs: ALGORITHMS,
			requireUserVerification: true
		});
		if (!checked.verified) return null;
		const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
		return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
	} catch {
		return null; // the library throws for everything that is not right
	}
}
