/*
 * The second step of a staff sign-in, and the proof that a step-up asks for: six digits, a recovery code or a passkey.
 * What is remembered between the steps is here; the limits on guessing, pages and sessions are not.
 */
import { z } from 'zod';
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { SignedIn } from '../actor.ts';
import { passkeyHolder } from '../passkeys/proving.server.ts';
import { actorOf, type Means } from '../sessions.server.ts';
import { keepLink, linkSchema, type Link } from '../single-sign-on/links.server.ts';
import { underWay } from '../under-way.server.ts';
import { takeGeneratorCode } from './code-generators.server.ts';
import { triesAtFactor, type Shut } from './factor-tries.server.ts';
import { takeRecoveryCode } from './recovery-codes.server.ts';

/** Somebody passed the first step; /sign-in/staff/second asks for the second. */
export const secondStep = underWay(
	'second step',
	z.object({
		staffId: z.string(),
		/** Where they wanted to go (a path of ours), or null. */
		to: z.string().nullable(),
		first: z.enum(['password', 'single sign-on']),
		/** Of who comes by single sign-on for the first time: kept once the second step is passed. */
		link: linkSchema.nullable().default(null),
		/** The passkey's challenge; the page of the second step sets it. */
		challenge: z.string().optional()
	})
);

/** Somebody may sign in with a passkey alone: its challenge, and where they wanted to go. */
export const passkeySignIn = underWay(
	'passkey sign-in',
	z.object({ challenge: z.string(), to: z.string().nullable() })
);

/** A fresh proof is asked of who is signed in. */
export const stepUp = underWay('step-up', z.object({ staffId: z.string(), challenge: z.string() }));

/** What somebody showed. */
export type Shown =
	| { kind: 'code'; typed: string }
	| { kind: 'recovery code'; typed: string }
	| { kind: 'passkey'; origin: string; challenge: string; answer: string };

export type FactorChecked = { kind: 'right'; means: Means } | { kind: 'no' } | Shut;

async function isTheirs(db: Database, keyring: Keyring, staffId: string, shown: Shown, now: Date): Promise<boolean> {
	switch (shown.kind) {
		case 'code':
			return takeGeneratorCode(db, keyring, staffId, shown.typed, now);
		case 'recovery code':
			return takeRecoveryCode(db, keyring, staffId, shown.typed);
		case 'passkey': {
			const holder = await passkeyHolder(db, keyring, shown.origin, shown.challenge, shown.answer, now);
			return holder?.kind === 'staff' && holder.id === staffId;
		}
	}
}

const MEANS = { code: 'password and code', 'recovery code': 'recovery code', passkey: 'passkey' } as const;

/**
 * Checks a second factor of somebody whose first is known: as often as factor-tries allows. A code is spent by
 * being right.
 */
export async function checkSecondFactor(
	db: Database,
	keyring: Keyring,
	staffId: string,
	shown: Shown,
	now: Date
): Promise<FactorChecked> {
	const tries = triesAtFactor(db, keyring, staffId, { canBeGuessed: shown.kind !== 'passkey' }, now);
	const shut = await tries.tryOnce();
	if (shut) return shut;
	if (!(await isTheirs(db, keyring, staffId, shown, now))) return { kind: 'no' };
	await tries.wasRight();
	return { kind: 'right', means: MEANS[shown.kind] };
}

/** A passkey by itself is a whole sign-in: the device is one factor, the finger, face or PIN that it asked for the other. */
export async function checkPasskeyAlone(
	db: Database,
	keyring: Keyring,
	shown: { origin: string; challenge: string; answer: string },
	now: Date
): Promise<{ staffId: string } | null> {
	const holder = await passkeyHolder(db, keyring, shown.origin, shown.challenge, shown.answer, now);
	return holder?.kind === 'staff' ? { staffId: holder.id } : null;
}

/**
 * Writes down that somebody with all factors shown comes in, from which device, and says who they are; the session is
 * the route's to open. A first `link` of single sign-on is kept with it. Null when the account was disabled meanwhile, or
 * the link is another's.
 */
export async function welcome(
	db: Database,
	staffId: string,
	{ means, device }: { means: Means; device: string },
	now: Date,
	link: Link | null = null
): Promise<SignedIn | null> {
	return inTransaction(db, async (writing) => {
		const actor = await actorOf(writing, staffId);
		if (!actor || (link && !(await keepLink(writing, actor, link, now)))) return null;
		const subject = { kind: 'staff', id: staffId } as const;
		await record(writing, actor, { what: 'signed in', subject, detail: { means, device } }, now);
		return actor;
	});
}
