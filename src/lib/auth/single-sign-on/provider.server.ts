/*
 * Talking to the council's identity provider (OpenID Connect: code flow with PKCE, state and nonce). The protocol is the
 * library's; who somebody is here, and whether they may come in, is decided beside.
 */
import * as openid from 'openid-client';
import { z } from 'zod';
import { noteTrouble } from '#lib/jobs/faults.server.ts';
import type { SingleSignOn } from '#lib/settings/configuration.server.ts';
import { LIMITS } from '../sessions.server.ts';
import { underWay } from '../under-way.server.ts';
import { isOneIssuer, isProvenSince, provenAt, sawTwoFactors } from './proof.ts';

const PATIENCE_SECONDS = 10;
const SCOPE = 'openid email';
/** No older than a session of ours may become. To ask for an age also makes the provider say when it was (auth_time). */
const MOST_AGE_SECONDS = String(LIMITS.staff.absolute * 60);

/** What must be remembered between asking and the answer. */
const askedSchema = z.object({
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	to: z.string().nullable(),
	/** A fresh proof within a session, not a sign-in. */
	again: z.boolean(),
	askedAt: z.number()
});
export type Asked = z.infer<typeof askedSchema>;
export const askedProvider = underWay('single sign-on', askedSchema);

const discovered = new Map<string, Promise<openid.Configuration>>();

/** The provider's own description, read once in a process; after a failure it is asked for anew. */
function describedBy({ issuer, clientId, clientSecret }: SingleSignOn): Promise<openid.Configuration> {
	const key = `${issuer} ${clientId}`;
	const known = discovered.get(key);
	if (known) return known;
	// Every token's signature is looked at; plain http is for a provider on this very machine (the configuration sees to it).
	const execute = [openid.enableNonRepudiationChecks];
	if (issuer.startsWith('http:')) execute.push(openid.allowInsecureRequests);
	const asking = openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
		execute,
		timeout: PATIENCE_SECONDS
	});
	discovered.set(key, asking);
	asking.catch(() => discovered.delete(key));
	return asking;
}

/**
 * Begins: where to send the browser, and what to remember until it is back. With `again` the provider must ask the
 * person anew. 'down' when the provider does not answer.
 */
export async function askProvider(
	settings: SingleSignOn,
	back: URL,
	{ to, again }: Pick<Asked, 'to' | 'again'>,
	now: Date
): Promise<{ kind: 'ask'; address: string; asked: Asked } | { kind: 'down' }> {
	let provider: openid.Configuration;
	try {
		provider = await describedBy(settings);
	} catch (fault) {
		noteTrouble('single sign-on: the provider could not be reached', fault);
		return { kind: 'down' };
	}
	const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
	const address = openid.buildAuthorizationUrl(provider, {
		redirect_uri: back.href,
		scope: SCOPE,
		state,
		nonce,
		code_challenge: await openid.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...(again ? { prompt: 'login', max_age: '0' } : { max_age: MOST_AGE_SECONDS })
	});
	return { kind: 'ask', address: address.href, asked: { state, nonce, verifier, to, again, askedAt: now.getTime() } };
}

/** Somebody whom the provider knows. */
export interface Known {
	issuer: string;
	subject: string;
	/** Null when the provider gives none, or says that nobody checked it. */
	email: string | null;
	twoFactors: boolean;
	/** When they proved who they are; 1970 when the provider does not say. */
	provenAt: Date;
	/** They were asked anew, after we asked for it. */
	fresh: boolean;
}

export type Answer = { kind: 'known'; known: Known } | { kind: 'cancelled' } | { kind: 'down' } | { kind: 'refused' };

const CANCELLED = ['access_denied', 'interaction_required', 'login_required', 'consent_required'];
const DOWN = ['temporarily_unavailable', 'server_error'];

function isDown(fault: unknown): boolean {
	if (fault instanceof openid.ClientError && fault.code === 'OAUTH_TIMEOUT') return true;
	if (fault instanceof TypeError && fault.message === 'fetch failed') return true;
	const answered = fault instanceof Error && fault.cause instanceof Response ? fault.cause.status : 0;
	return answered >= 500;
}

/** What went wrong, as an answer; the operator hears of what is not a person's own doing. */
function answerOf(fault: unknown): Answer {
	if (fault instanceof openid.AuthorizationResponseError) {
		if (CANCELLED.includes(fault.error)) return { kind: 'cancelled' };
		if (DOWN.includes(fault.error)) return { kind: 'down' };
	}
	const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no code';
	noteTrouble(`single sign-on: ${isDown(fault) ? 'the provider did not answer' : `not accepted (${code})`}`, fault);
	return { kind: isDown(fault) ? 'down' : 'refused' };
}

/** Many providers tell an address only when asked for it apart. */
async function addressOf(
	provider: openid.Configuration,
	accessToken: string,
	claims: openid.IDToken
): Promise<string | null> {
	const told = claims['email'] ? claims : await openid.fetchUserInfo(provider, accessToken, claims.sub);
	const { email, email_verified: checked } = told;
	return typeof email === 'string' && checked !== false && checked !== 'false' ? email.trim().toLowerCase() : null;
}

/** Reads the address that the browser came back with, checks everything, and trades its code for who it is. */
export async function readAnswer(settings: SingleSignOn, cameBackTo: URL, asked: Asked): Promise<Answer> {
	try {
		const provider = await describedBy(settings);
		const tokens = await openid.authorizationCodeGrant(provider, cameBackTo, {
			expectedState: asked.state,
			expectedNonce: asked.nonce,
			pkceCodeVerifier: asked.verifier
		});
		const claims = tokens.claims();
		if (!claims || !isOneIssuer(claims.iss, provider.serverMetadata().issuer)) return { kind: 'refused' };
		const known = {
			issuer: claims.iss,
			subject: claims.sub,
			email: await addressOf(provider, tokens.access_token, claims),
			twoFactors: sawTwoFactors(claims['amr']),
			provenAt: provenAt(claims.auth_time),
			fresh: isProvenSince(claims.auth_time, asked.askedAt)
		};
		return { kind: 'known', known };
	} catch (fault) {
		return answerOf(fault);
	}
}
