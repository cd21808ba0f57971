/*
 * The output of one run of issuing: a PDF of cards and a list for a mail house. It is the only place where a name
 * and a code ever stand together, and nothing of it is stored.
 */
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { codeCards } from '#lib/documents/cards.server.ts';
import { mailHouseCsv, type MailHouseRow } from '#lib/documents/mail-house.ts';
import { namesFor } from '#lib/people/roster.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { VERSIONS } from '#lib/surveys/question.ts';
import type { IssuedCode } from './codes.server.ts';
import type { Wave } from './waves.server.ts';

export interface CardsOutput {
	folder: string;
	council: string;
	/** Where the survey is reached, like https://earshot.example */
	origin: string;
	progress?: (done: number, of: number) => void;
}

/** Letters and digits of a wave's name, for file names. */
export function fileNameOf(wave: Wave): string {
	return (
		wave.name
			.toLowerCase()
			.replace(/[^\p{Letter}\p{Number}]+/gu, '-')
			.replace(/^-|-$/g, '') || 'wave'
	);
}

/** Writes all files or none, never over what is there: cards without their list must not be left to be posted. */
function writeAll(files: readonly [string, string | Buffer][]): string[] {
	const written: string[] = [];
	try {
		for (const [path, content] of files) {
			const handle = openSync(path, 'wx', 0o600);
			written.push(path);
			writeFileSync(handle, content);
			closeSync(handle);
		}
		return written;
	} catch (fault) {
		for (const path of written) rmSync(path, { force: true });
		throw fault;
	}
}

const ageOf = ({ version }: MailHouseRow): number => VERSIONS.findIndex((one) => one === version);

// One age is handed out after the other, and the spare cards of an age must be found without looking through all.
function inOrderOfHandingOut(one: MailHouseRow, other: MailHouseRow): number {
	return (
		Number(one.child === null) - Number(other.child === null) ||
		ageOf(one) - ageOf(other) ||
		(one.firstName ?? '').localeCompare(other.firstName ?? '', 'en') ||
		(one.child ?? '').localeCompare(other.child ?? '')
	);
}

/**
 * Writes the cards and the list, by age and then by name, spares last and by age, too.
 * @returns the paths written, readable by their owner only.
 */
export async function writeCards(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	wave: Wave,
	codes: readonly IssuedCode[],
	{ folder, council, origin, progress }: CardsOutput
): Promise<string[]> {
	const ids = codes.flatMap(({ youngPersonId }) => (youngPersonId ? [youngPersonId] : []));
	const names = await namesFor(db, keyring, actor, ids);
	const rows = codes.map(({ youngPersonId, version, code }): MailHouseRow => {
		const person = youngPersonId ? names.get(youngPersonId) : undefined;
		return {
			child: person?.child ?? null,
			firstName: person ? (person.preferredName ?? '') : null,
			version,
			code,
			language: person?.language ?? null,
			addressUnsafe: person?.addressUnsafe ?? false
		};
	});
	rows.sort(inOrderOfHandingOut);
	const cards = rows.map(({ firstName, version, code }) => ({
		firstName,
		version,
		code,
		link: `${origin}/survey#${code}`
	}));
	const pdf = await codeCards(cards, council, (done) => progress?.(done, cards.length));
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const files: [string, string | Buffer][] = [
		[join(folder, `${fileNameOf(wave)}-code-cards.pdf`), pdf],
		[join(folder, `${fileNameOf(wave)}-mail-house.csv`), mailHouseCsv(rows)]
	];
	return writeAll(files);
}
