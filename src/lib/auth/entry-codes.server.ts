/*
 * Codes that let somebody in once or for a while: survey codes, joining cards, enrolments. Drawing and checking; which
 * rows they belong to is their own module's. Only a slow hash of the verifier is stored, and a wrong one costs as long as
 * a right one.
 */
import { randomBytes } from 'node:crypto';
import type { Database } from '#lib/database/schema.ts';
import { CODE_LENGTH, codeFromBytes, printedCode, readCode } from '#lib/secrets/code.ts';
import { isSecret, slowHash, type Door } from '#lib/secrets/hashing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { guessLimit } from './guesses.server.ts';

const POINTS = 5;
/** How long five tries at one code last, for each door: a child's survey code rests a minute only. */
const SECONDS: Record<Door, number> = { codes: 60, staff: 300, 'young people': 300 };

export interface DrawnCode {
	/** In groups, as people type it; told once and kept nowhere. */
	printed: string;
	selector: string;
	verifierHash: string;
}

/**
 * Draws a code: 60 random bits in the verifier. A flow that must be able to tell the same browser the same code again
 * gives bytes of its own, as good as random to everybody else.
 */
export async function drawEntryCode(bytes: Uint8Array = randomBytes(CODE_LENGTH)): Promise<DrawnCode> {
	const code = codeFromBytes(bytes);
	return { printed: printedCode(code), selector: code.selector, verifierHash: await slowHash(code.verifier) };
}

export type CodeChecked<R> =
	{ kind: 'right'; row: R } | { kind: 'no' } | { kind: 'wait'; seconds: number } | { kind: 'busy' };

/**
 * Checks a code that somebody typed. `find` gives the row of a selector, or null; what was never a code, an unknown
 * selector and a wrong verifier answer alike and, but for what cannot be a code at all, as slowly.
 */
export async function checkEntryCode<R extends { verifier_hash: string }>(
	db: Database,
	keyring: Keyring,
	door: Door,
	typed: string,
	find: (selector: string) => Promise<R | null | undefined>,
	now: () => number = Date.now
): Promise<CodeChecked<R>> {
	const code = readCode(typed);
	if (!code) return { kind: 'no' };
	const limit = guessLimit(db, keyring, { points: POINTS, seconds: SECONDS[door] }, now);
	const what = `entry ${door} ${code.selector}`;
	const seconds = await limit.tryOnce(what);
	if (seconds !== null) return { kind: 'wait', seconds };
	const row = await find(code.selector);
	const right = await isSecret(door, row?.verifier_hash ?? null, code.verifier);
	if (right === 'busy') {
		await limit.giveBack(what);
		return { kind: 'busy' };
	}
	if (!right || !row) return { kind: 'no' };
	await limit.forget(what);
	return { kind: 'right', row };
}
