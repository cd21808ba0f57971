/*
 * Proving a passkey: what the browser is asked, and whose key answered. The library checks the signatures; whose key it
 * is, and that no challenge serves twice, is ours.
 */
import {
	generateAuthenticationOptions,
	verifyAuthenticationResponse,
	type AuthenticationResponseJSON,
	type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/server';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { guessLimit } from '../guesses.server.ts';
import { describedKeys } from '../passkeys.server.ts';
import type { Holder } from '../session-adapter.server.ts';
import { passkeyAnswer } from './answer.ts';
import { handleOf, siteOf } from './site.ts';

/** As long as what is under way is remembered. */
const CHALLENGE_SECONDS = 600;

/** What the browser is asked to prove, and the challenge to remember: with any key of ours, or with one of somebody's. */
export async function signInOptions(
	db: Database,
	origin: string,
	holder: Holder | null
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; challenge: string }> {
	const options = await generateAuthenticationOptions({
		rpID: siteOf(origin).expectedRPID,
		userVerification: 'required',
		...(holder && { allowCredentials: await describedKeys(db, holder) })
	});
	return { options, challenge: options.challenge };
}

/**
 * Whose key answered the challenge, or null. Each challenge is taken once; a counter that goes back is a copied key.
 * Whether the holder may still sign in is the caller's to ask (a disabled account keeps its keys).
 */
export async function passkeyHolder(
	db: Database,
	keyring: Keyring,
	origin: string,
	challenge: string,
	answer: string,
	now: Date
): Promise<Holder | null> {
	if (challenge === '') return null; // nobody was asked: the library would find '' equal to ''
	const response = passkeyAnswer(answer);
	const row = response && (await db.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst());
	if (!response || !row) return null;
	const once = guessLimit(db, keyring, { points: 1, seconds: CHALLENGE_SECONDS }, () => now.getTime());
	if ((await once.tryOnce(`challenge ${challenge}`)) !== null) return null;
	const holder = { kind: row.holder_kind, id: row.holder_id } as Holder;
	const said = response.response['userHandle'];
	if (said && said !== handleOf(holder).toString('base64url')) return null;
	try {
		const publicKey = new Uint8Array(Buffer.from(row.public_key, 'base64url'));
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: response as unknown as AuthenticationResponseJSON,
			expectedChallenge: challenge,
			...siteOf(origin),
			credential: { id: row.id, publicKey, counter: row.counter },
			requireUserVerification: true
		});
		if (!verified) return null;
		const noted = await db
			.updateTable('passkey')
			.set({ counter: authenticationInfo.newCounter, last_used_on: dayOf(now) })
			.where('id', '=', row.id)
			.where('counter', '=', row.counter)
			.executeTakeFirst();
		return noted.numUpdatedRows > 0n ? holder : null;
	} catch {
		return null; // the library throws for everything that is not right
	}
}
