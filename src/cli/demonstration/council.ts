/*
 * The demonstration council: invented children, an earlier wave that was answered, counted and released, and an open one.
 * It goes the same way as everything real: import, open, issue, answer, close, release. For `npm run demo` only.
 */
import { dayOf } from '#lib/calendar/day.ts';
import { rmSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '#lib/auth/actor.ts';
import { addStaff } from '#lib/auth/staff.server.ts';
import { collectComments } from '#lib/comments/intake.server.ts';
import { backUp } from '#lib/database/backup.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { doDailyWork } from '#lib/jobs/daily.server.ts';
import { importDetails } from '#lib/people/details.server.ts';
import { importReturn } from '#lib/people/import.server.ts';
import { releaseResults } from '#lib/releases/releases.server.ts';
import { printedCode } from '#lib/responses/code.ts';
import { drawCodes, storeCodes } from '#lib/responses/codes.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { nameCouncil } from '#lib/settings/council.server.ts';
import { closeWave } from '#lib/waves/closing.server.ts';
import { issueCodes, type IssuedCode } from '#lib/waves/codes.server.ts';
import { createWave, findWave, listWaves, openWave, type Wave } from '#lib/waves/waves.server.ts';
import { answerAsSomebody } from './answers.ts';
import { chanceFrom } from './chance.ts';
import { DEMONSTRATION_FILES, writeDemonstrationReturn } from './return.ts';

const COUNCIL = 'Harbour City Council (demonstration)';
const SEED = 2026;
const ANSWERED_EARLIER = 0.42;
const ANSWERED_SO_FAR = 0.2;
const FRESH_CODES = 3;
const ACTOR: CommandLine = { commandLine: true, name: 'demonstration' };

/** Printed by the demonstration; production refuses its database and keys. */
export const SIGN_INS = [
	{
		email: 'officer@demo.example',
		password: 'harbour-listens-1',
		name: 'Priya Nair',
		roles: ['participation officer'],
		does: 'runs the survey'
	},
	{
		email: 'member@demo.example',
		password: 'harbour-listens-2',
		name: 'Cllr Joan Whitlock',
		roles: ['committee member'],
		does: 'reads the releases'
	},
	{
		email: 'admin@demo.example',
		password: 'harbour-listens-3',
		name: 'Sam Okoro',
		roles: ['administrator'],
		does: 'looks after accounts'
	}
] as const;

function progressLine(label: string): (done: number, of: number) => void {
	let last = -1;
	return (done, of) => {
		const tenth = Math.floor((done / Math.max(1, of)) * 10);
		if (tenth === last) return;
		last = tenth;
		process.stdout.write(
			`${process.stdout.isTTY ? '\r' : ''}${label}: ${tenth * 10}%${tenth === 10 || !process.stdout.isTTY ? '\n' : ' '}`
		);
	};
}

function shifted(day: string, days: number): string {
	return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

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
	const imported = await importReturn(db, ACTOR, files, { asOf, strict: true });
	if (imported.kind !== 'imported') throw new Error(`the demonstration return was ${imported.kind}`);
	const detailed = await importDetails(db, keyring, ACTOR, file(details), { strict: true });
	if (detailed.kind !== 'imported') throw new Error(`the demonstration details were ${detailed.kind}`);
	rmSync(folder, { recursive: true });
}

async function openAndAnswer(
	db: Database,
	keyring: Keyring,
	{ name, opens, closes, share, seed }: { name: string; opens: string; closes: string; share: number; seed: number }
): Promise<Wave> {
	const created = await createWave(db, ACTOR, { name, opens, closes }, opens);
	const drafted = created.kind === 'created' ? await findWave(db, created.id) : null;
	const opened = drafted && (await openWave(db, keyring, ACTOR, drafted, { today: opens, holders: null }));
	const wave = drafted && (await findWave(db, drafted.id));
	if (opened?.kind !== 'opened' || !wave) throw new Error(`the demonstration wave did not open: ${opened?.kind}`);
	let codes: IssuedCode[] = [];
	await issueCodes(db, ACTOR, wave, 5, async (issued) => void (codes = issued), progressLine(`${name}: codes`));
	const chance = chanceFrom(seed);
	const answering = codes.filter(({ youngPersonId }) => youngPersonId).slice(0, Math.round(codes.length * share));
	const tell = progressLine(`${name}: answers`);
	for (const [place, code] of answering.entries()) {
		await answerAsSomebody(db, keyring, chance, wave, code, shifted(opens, Math.min(place % 9, 8)));
		tell(place + 1, answering.length);
	}
	return wave;
}

/** Makes the demonstration council if the database is empty; a second run changes nothing. */
export async function loadDemonstration(
	db: Database,
	keyring: Keyring,
	configuration: Configuration,
	now: Date
): Promise<void> {
	const waves = await listWaves(db, ACTOR);
	if (waves.length >= 2) return;
	if (waves.length > 0)
		throw new Error('the demonstration was cut off while it was made: delete the folder data/ and start again');
	console.log('Making the demonstration council (about half a minute, the first time only) …');
	const today = dayOf(now);
	await nameCouncil(db, COUNCIL);
	for (const one of SIGN_INS) await addStaff(db, ACTOR, one);
	await importPeople(db, keyring, shifted(today, -15));
	const lastYear = shifted(today, -365);
	const earlier = await openAndAnswer(db, keyring, {
		name: `Autumn ${lastYear.slice(0, 4)}`,
		opens: lastYear,
		closes: shifted(lastYear, 42),
		share: ANSWERED_EARLIER,
		seed: SEED
	});
	const backedUp = async () =>
		void (await backUp(db, configuration.databaseUrl, configuration.backups, now.toISOString()));
	const closed = await closeWave(db, keyring, ACTOR, earlier, { backUp: backedUp });
	const released = await releaseResults(db, ACTOR, earlier.id, { today: shifted(lastYear, 45) });
	if (closed.kind !== 'closed' || released.kind !== 'released') throw new Error(`${closed.kind}, ${released.kind}`);
	await openAndAnswer(db, keyring, {
		name: `Autumn ${today.slice(0, 4)}`,
		opens: shifted(today, -10),
		closes: shifted(today, 32),
		share: ANSWERED_SO_FAR,
		seed: SEED + 1
	});
	await collectComments(db, keyring, today);
	await doDailyWork(db, keyring, now);
}

/** Three codes that can be typed at once, as spare cards of the open wave; none when no wave is open. */
export async function freshCodes(db: Database): Promise<string[]> {
	const open = (await listWaves(db, ACTOR)).find(({ status }) => status === 'open');
	if (!open) return [];
	const codes = await drawCodes(
		db,
		Array.from({ length: FRESH_CODES }, () => '11-17' as const)
	);
	await inTransaction(db, (writing) => storeCodes(writing, open.id, codes));
	return codes.map(printedCode);
}
