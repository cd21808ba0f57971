/*
 * An open wave with codes that nobody had to wait for: rows and keys written directly, no slow hashes unless asked for.
 * For tests of what happens inside one wave; a wave opened by the operations is in waves/opened.ts.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { submitBallot, type Submitted } from '#lib/responses/ballots.server.ts';
import { codeFromBytes, type Code } from '#lib/secrets/code.ts';
import { storeCodes } from '#lib/responses/codes.server.ts';
import { keepPage } from '#lib/responses/drafts.server.ts';
import { startInOneGo } from '#lib/responses/returning.server.ts';
import type { BegunVisit, Visit } from '#lib/responses/visit.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { slowHash } from '#lib/secrets/hashing.server.ts';
import { openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { COUNCIL_KEY } from '#lib/secrets/records.server.ts';
import type { Answer } from '#lib/surveys/question.ts';
import { drawWaveKeys } from '#lib/waves/wave-keys.server.ts';
import { findWave, type Wave } from '#lib/waves/waves.server.ts';

export const OPERATOR = { commandLine: true, name: 'tests' } as const;
export const TODAY = '2027-03-01';
/** An instant of that day. */
export const NOW = new Date('2027-03-01T09:00:00Z');

/** A folder that is gone after the test. */
export function passingFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-unit-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A keyring with the council's key, gone after the test. */
export function passingKeyring(): Keyring {
	const keyring = openKeyring(passingFolder(), randomBytes(32));
	keyring.getOrDraw(COUNCIL_KEY);
	return keyring;
}

const drawn = new Set<string>();

/** A code whose selector no other wave of this test file has. */
function unlikeAnyOther(): Code {
	const code = codeFromBytes(randomBytes(16));
	if (drawn.has(code.selector)) return unlikeAnyOther();
	drawn.add(code.selector);
	return code;
}

/** Opens a wave of 11–17 with that many codes; `hashed` when the test enters them as people do. */
export async function openWaveOf(
	db: Database,
	keyring: Keyring,
	count: number,
	{ hashed = false } = {}
): Promise<{ wave: Wave; codes: Code[] }> {
	// Tests share a database but not a keyring: what another test's comments were sealed to is of no use here.
	for (const table of ['comment_piece', 'intake_day'] as const) await db.deleteFrom(table).execute();
	const id = randomId();
	const { publicKey, testSeal, keep } = await drawWaveKeys(id);
	keep(keyring);
	const dates = { opens: TODAY, closes: '2027-04-12', created_on: TODAY };
	await db
		.insertInto('wave')
		.values({ id, name: `Wave ${id}`, status: 'open', public_key: publicKey, test_seal: testSeal, ...dates })
		.execute();
	const version = '11-17' as const;
	await db.insertInto('wave_version').values({ wave_id: id, version, edition: '11-17/1', eligible: 200 }).execute();
	const codes = Array.from({ length: count }, unlikeAnyOther);
	const fresh = await Promise.all(
		codes.map(async (code) => ({
			...code,
			version,
			verifierHash: hashed ? await slowHash(code.verifier) : 'never entered'
		}))
	);
	await inTransaction(db, (writing) => storeCodes(writing, id, fresh));
	return { wave: await again(db, id), codes };
}

/** The wave as it stands now. */
export async function again(db: Database, waveId: string): Promise<Wave> {
	const wave = await findWave(db, waveId);
	if (!wave) throw new Error('the wave is there');
	return wave;
}

/** A visit that has just been welcomed. */
export function visitOf(wave: Wave, { selector, verifier }: Code, more: Partial<Visit> = {}): Visit {
	const own = { id: randomId(), tag: randomId(), seed: randomId() };
	const state = { draft: null, kept: false, began: 0, seen: 0, language: 'en', comments: [], sent: false };
	return { ...own, wave: wave.id, version: '11-17', code: selector + verifier, ...state, ...more };
}

/** A visit with a draft of answers and words, ready to be sent. */
export async function answered(
	db: Database,
	visit: Visit,
	answers: Record<string, Answer>,
	words: Record<string, string> = {}
): Promise<BegunVisit> {
	const begun = await startInOneGo(db, visit);
	const said = Object.entries(words).map(([question, text]) => [question, { text, mayQuote: true }]);
	await keepPage(db, begun, { page: 'p1', answers, words: Object.fromEntries(said) });
	return begun;
}

/** Answers the questions with a code and sends them. */
export async function send(
	db: Database,
	keyring: Keyring,
	{ wave, code, today = TODAY }: { wave: Wave; code: Code; today?: string },
	answers: Record<string, Answer>,
	words: Record<string, string> = {}
): Promise<Submitted> {
	return submitBallot(db, keyring, await answered(db, visitOf(wave, code), answers, words), () => today);
}

/** The handle, but with something happening just before each transaction: for moments that are hard to meet. */
export function beforeTransactions(db: Database, happens: () => Promise<void>): Database {
	return new Proxy(db, {
		get(target, name) {
			if (name === 'transaction') {
				return () => ({
					execute: async (work: Parameters<ReturnType<Database['transaction']>['execute']>[0]) => {
						await happens();
						return target.transaction().execute(work);
					}
				});
			}
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		}
	});
}
