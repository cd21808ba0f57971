/*
 * The demonstration council: invented children, an earlier wave that was answered, counted and released, and an open one.
 * It goes the same way as everything real: import, open, issue, answer, close, release. For `npm run demo` only.
 */
import { openLedger } from '#lib/audit/ledger.server.ts';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { collectComments } from '#lib/comments/collecting.server.ts';
import { mustBackUp } from '#lib/backups/backups.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { atWork } from '#lib/jobs/list.server.ts';
import { doAllJobs } from '#lib/jobs/working.server.ts';
import { importDetails } from '#lib/people/details.server.ts';
import { importReturn } from '#lib/people/import.server.ts';
import { releaseResults } from '#lib/releases/releases.server.ts';
import { printedCode } from '#lib/secrets/code.ts';
import { drawCodes, storeCodes } from '#lib/responses/codes.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { changeSettings } from '#lib/settings/changes.server.ts';
import { closeWave } from '#lib/waves/closing.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { listWaves, versionsOf } from '#lib/waves/waves.server.ts';
import { VERSION_WORDS } from '#lib/waves/words.ts';
import { tellConcerns } from './heard/concerns.ts';
import { DECIDED } from './decided.ts';
import { inhabitantsOf } from './heard/inhabitants.ts';
import { complainLongAgo, exerciseRights, prepareAnswering } from './heard/rights.ts';
import { DEMONSTRATION_FILES, writeDemonstrationReturn } from './return.ts';
import { enrolEverybody } from './sign-ins.ts';
import { DEMONSTRATOR, openAndAnswer } from './wave.ts';
import { joinEverybody } from './young-sign-ins.ts';

const SEED = 2026;
const ANSWERED_EARLIER = 0.36;
const ANSWERED_SO_FAR = 0.14;
const FRESH_CODES = 3;

async function importPeople(db: Database, keyring: Keyring, asOf: string): Promise<void> {
	const folder = join('data', 'demonstration');
	writeDemonstrationReturn(folder, { seed: SEED, asOf });
	const file = (name: string) => ({ name, bytes: readFileSync(join(folder, name)) });
	const { header, episodes, reviews, uasc, oc3, details } = DEMONSTRATION_FILES;
	const files = {
		header: file(header),
		episodes: file(episodes),
		reviews: file(reviews),
		uasc: file(uasc),
		oc3: file(oc3)
	};
	const imported = await importReturn(db, DEMONSTRATOR, files, { asOf, strict: true }, new Date());
	if (imported.kind !== 'imported') throw new Error(`the demonstration return was ${imported.kind}`);
	const detailed = await importDetails(db, keyring, DEMONSTRATOR, file(details), { strict: true }, new Date());
	if (detailed.kind !== 'imported') throw new Error(`the demonstration details were ${detailed.kind}`);
	rmSync(folder, { recursive: true });
}

/** Makes the demonstration council if the database is empty; a second run changes nothing. */
export async function loadDemonstration(
	db: Database,
	keyring: Keyring,
	configuration: Configuration,
	now: Date
): Promise<void> {
	const waves = await listWaves(db, DEMONSTRATOR);
	if (waves.length >= 2) return;
	if (waves.length > 0)
		throw new Error('the demonstration was cut off while it was made: delete the folder data/ and start again');
	console.log('Making the demonstration council (about a minute, the first time only) …');
	const today = dayOf(now);
	const decided = await changeSettings(db, DEMONSTRATOR, DECIDED, now);
	if (decided.kind !== 'changed') throw new Error(`the demonstration’s settings were ${decided.kind}`);
	await enrolEverybody(db, keyring, now);
	await importPeople(db, keyring, addDays(today, -15));
	await joinEverybody(db, keyring, now);
	const people = await inhabitantsOf(db, keyring, now);
	await prepareAnswering(db, people, now);
	await complainLongAgo(db, keyring, people, now);
	await tellConcerns(db, keyring, people, now);
	await exerciseRights(db, keyring, people, now);
	const lastYear = addDays(today, -365);
	const earlier = await openAndAnswer(db, keyring, {
		name: `Autumn ${lastYear.slice(0, 4)}`,
		opens: lastYear,
		closes: addDays(lastYear, 42),
		share: ANSWERED_EARLIER,
		seed: SEED
	});
	const ledger = openLedger(configuration.ledger, keyring);
	const backedUp = () => mustBackUp({ db, keyring, ledger, configuration }, DEMONSTRATOR, now);
	const closed = await closeWave(db, keyring, DEMONSTRATOR, earlier, { backUp: backedUp, now });
	const released = await releaseResults(db, DEMONSTRATOR, earlier.id, { today: addDays(lastYear, 45) });
	if (closed.kind !== 'closed' || released.kind !== 'released') throw new Error(`${closed.kind}, ${released.kind}`);
	await openAndAnswer(db, keyring, {
		name: `Autumn ${today.slice(0, 4)}`,
		opens: addDays(today, -10),
		closes: addDays(today, 32),
		share: ANSWERED_SO_FAR,
		seed: SEED + 1
	});
	await collectComments(db, keyring, today);
	await doAllJobs(atWork({ db, keyring, ledger, configuration }, now));
}

/** Codes of one version that can be typed at once. */
export interface FreshCodes {
	version: Version;
	codes: string[];
}

/** Three codes for each age, as spare cards of the open wave; none when no wave is open. */
export async function freshCodes(db: Database): Promise<FreshCodes[]> {
	const open = (await listWaves(db, DEMONSTRATOR)).find(({ status }) => status === 'open');
	if (!open) return [];
	const versions = (await versionsOf(db, open.id)).map(({ version }) => version);
	const each = versions.flatMap((version) => Array.from({ length: FRESH_CODES }, () => version));
	const drawn = await drawCodes(db, each);
	await inTransaction(db, (writing) => storeCodes(writing, open.id, drawn));
	return versions.map((version) => ({
		version,
		codes: drawn.filter((code) => code.version === version).map(printedCode)
	}));
}

/** The list as it is printed. */
export function tellCodes(fresh: readonly FreshCodes[]): string[] {
	if (fresh.length === 0) return ['The open wave is closed: no survey codes.'];
	const widest = Math.max(...fresh.map(({ version }) => VERSION_WORDS[version].length));
	return [
		'Survey codes (type one at "I have a code"):',
		...fresh.flatMap(({ version, codes }) =>
			codes.map((code, place) => `  ${(place === 0 ? VERSION_WORDS[version] : '').padEnd(widest)}  ${code}`)
		)
	];
}
