/*
 * Survey codes as they rest: selector, version and a slow hash; never who has which. Entering a code with limits on guessing.
 * This module never imports people/, so that nothing here can know a child.
 */
import { randomBytes } from 'node:crypto';
import { dayOf } from '#lib/calendar/day.ts';
import type { Selectable } from 'kysely';
import { chunks } from '#lib/database/chunks.ts';
import type { Database, SurveyCodeTable, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { codeFromBytes, readCode, type Code } from '#lib/secrets/code.ts';
import { checkEntryCode } from '#lib/auth/entry-codes.server.ts';
import { slowHash } from '#lib/secrets/hashing.server.ts';

const HASHED_AT_ONCE = 2;

export interface FreshCode extends Code {
	version: Version;
	verifierHash: string;
}

/**
 * Draws codes, one for each version given, with selectors that nobody has. Nothing is stored yet.
 * The verifiers stand in what is returned and nowhere else.
 */
export async function drawCodes(
	db: Database,
	versions: readonly Version[],
	progress: (done: number) => void = () => undefined
): Promise<FreshCode[]> {
	const taken = new Set((await db.selectFrom('survey_code').select('selector').execute()).map((row) => row.selector));
	const codes = versions.map((version) => {
		let code = codeFromBytes(randomBytes(16));
		while (taken.has(code.selector)) code = codeFromBytes(randomBytes(16));
		taken.add(code.selector);
		return { ...code, version, verifierHash: '' };
	});
	let done = 0;
	for (let at = 0; at < codes.length; at += HASHED_AT_ONCE) {
		await Promise.all(
			codes.slice(at, at + HASHED_AT_ONCE).map(async (code) => {
				code.verifierHash = await slowHash(code.verifier);
				progress((done += 1));
			})
		);
	}
	return codes;
}

type CodeRow = Selectable<SurveyCodeTable>;

async function insertInOrder(writing: Writing, rows: readonly CodeRow[]): Promise<void> {
	const sorted = [...rows].sort((one, other) => (one.selector < other.selector ? -1 : 1));
	for (const part of chunks(sorted)) await writing.insertInto('survey_code').values(part).execute();
}

/** Stores hashes of codes in the order of their random selectors, so that their order says nothing about the roster's. */
export async function storeCodes(writing: Writing, waveId: string, codes: readonly FreshCode[]): Promise<void> {
	const rows = codes.map(({ selector, version, verifierHash }) => ({
		selector,
		wave_id: waveId,
		version,
		verifier_hash: verifierHash,
		spent_by: null
	}));
	await insertInOrder(writing, rows);
}

/**
 * Forgets which codes of a wave were spent. They are written afresh in the order of their selectors: PostgreSQL moves
 * a changed row, so that its place alone would still tell whose code was spent, and in which order.
 */
export async function unspendCodes(writing: Writing, waveId: string): Promise<void> {
	const rows = await writing.selectFrom('survey_code').selectAll().where('wave_id', '=', waveId).execute();
	await writing.deleteFrom('survey_code').where('wave_id', '=', waveId).execute();
	await insertInOrder(
		writing,
		rows.map((row) => ({ ...row, spent_by: null }))
	);
}

/** Whether a code with this selector is stored. */
export async function isStored(db: Database, selector: string): Promise<boolean> {
	const row = await db.selectFrom('survey_code').select('selector').where('selector', '=', selector).executeTakeFirst();
	return row !== undefined;
}

/** How many codes a wave has, whoever they were made for. */
export async function codesOf(db: Database, waveId: string): Promise<number> {
	const { codes } = await db
		.selectFrom('survey_code')
		.select(({ fn }) => fn.countAll<number>().as('codes'))
		.where('wave_id', '=', waveId)
		.executeTakeFirstOrThrow();
	return Number(codes);
}

export type Entered =
	| { kind: 'welcome'; waveId: string; version: Version; code: Code }
	| { kind: 'not a code' }
	| { kind: 'wait'; seconds: number }
	| { kind: 'busy' }
	| { kind: 'answers are in' }
	| { kind: 'closed' }
	/** The wave's key was lost: whoever answered is told so. */
	| { kind: 'could not be counted' };

/**
 * Somebody typed a code. Wrong letters, an unknown selector and a wrong verifier look the same and take as long;
 * only the whole right code learns that its answers are in or that the survey has closed.
 */
export async function enterCode(
	db: Database,
	keyring: Keyring,
	typed: string,
	now: () => number = Date.now
): Promise<Entered> {
	const find = (selector: string) =>
		db
			.selectFrom('survey_code')
			.innerJoin('wave', 'wave.id', 'survey_code.wave_id')
			.select(['wave_id', 'version', 'verifier_hash', 'spent_by', 'wave.status', 'wave.closes'])
			.where('selector', '=', selector)
			.executeTakeFirst();
	const code = readCode(typed);
	const checked = await checkEntryCode(db, keyring, 'codes', typed, find, now);
	if (!code || checked.kind === 'no') return { kind: 'not a code' };
	if (checked.kind !== 'right') return checked;
	const known = checked.row;
	if (known.status === 'could not be counted') return { kind: known.status };
	if (known.status !== 'open') return { kind: 'closed' };
	// The closing day is the last one to begin; who has begun may still send until the box is counted.
	if (dayOf(new Date(now())) > known.closes) return { kind: known.spent_by ? 'answers are in' : 'closed' };
	if (known.spent_by) return { kind: 'answers are in' };
	return { kind: 'welcome', waveId: known.wave_id, version: known.version as Version, code };
}
