/*
 * A council that loses its disk: backed up while everybody is at it, erased from afterwards, its database gone, restored into
 * an empty place from that backup and the copy of keyring and ledger, nothing else, and looked through. Used by the drill; prints the seconds and the minutes lost.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { verifyRecord } from '#lib/audit/verify.server.ts';
import { backupIdentity } from '#lib/backups/identity.server.ts';
import { mirror } from '#lib/backups/mirror/mirroring.server.ts';
import { differences, type Manifest } from '#lib/backups/manifest.ts';
import { measurePostgres } from '#lib/backups/postgres.server.ts';
import { decryptBackup } from '#lib/backups/sealing.server.ts';
import { measureSqlite } from '#lib/backups/sqlite.server.ts';
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { openConcernText } from '#lib/concerns/sealing.server.ts';
import { eraseYoungPerson } from '#lib/data-rights/erasures.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openDetails } from '#lib/people/details.server.ts';
import { openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { recoverWaveKeys, recoveryHalves } from '#lib/waves/wave-keys.server.ts';
import { openWaves } from '#lib/waves/waves.server.ts';
import { answerThroughKills, closeAndCount, missingFrom } from '../ballots/answering.ts';
import type { Check } from '../ballots/checks.ts';
import { heldPerson } from '../data/held-person.ts';
import { startServer } from '../server/server.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { inviteYoungPeople, openedWave, OPERATOR } from '../waves/opened.ts';
import { beginLoad } from './load.ts';

/** What a restored database learns changes these, and erasing changes whatever held something about who was erased. */
const LEARNS = ['audit_chain', 'audit_event', 'job', 'notice'];
const BALLOTS_BEFORE = 0.4;

const command = promisify(execFile);

async function earshot(settings: Record<string, string>, ...args: string[]): Promise<Record<string, unknown>> {
	const env = { ...process.env, ORIGIN: 'https://earshot.example', ...settings };
	const { stdout } = await command(process.execPath, ['src/cli/earshot.ts', ...args, '--json'], { env });
	return JSON.parse(stdout) as Record<string, unknown>;
}

/** Takes the disk away: the file with its log, or every table. */
async function loseEverything({ db, settings, folder }: Surroundings): Promise<void> {
	if (settings['DATABASE_URL']?.startsWith('file:')) {
		await db.destroy();
		for (const file of readdirSync(folder)) if (file.startsWith('earshot.db')) rmSync(join(folder, file));
		return;
	}
	await sql`drop schema public cascade`.execute(db);
	await sql`create schema public`.execute(db);
	await db.destroy();
}

async function countOf(db: Database, table: 'ballot' | 'concern' | 'session' | 'draft'): Promise<number> {
	const row = await db
		.selectFrom(table)
		.select(({ fn }) => fn.countAll().as('n'))
		.executeTakeFirstOrThrow();
	return Number(row.n);
}

async function openWavesAt(url: string) {
	const db = openDatabase(url);
	try {
		return await openWaves(db);
	} finally {
		await db.destroy();
	}
}

/** Runs the whole of it on one engine, with that many ballots. */
export async function restoreHolds(engine: 'SQLite' | 'PostgreSQL', ballots: number): Promise<Check[]> {
	const around = await freshSurroundings(engine);
	const { db, keyring, settings: own, folder } = around;
	const copy = join(folder, 'another disk');
	const settings: Record<string, string> = { ...own, EARSHOT_COPY: copy };
	// Another machine: with the copy of keyring and ledger, and nothing else of the first.
	const isSqlite = engine === 'SQLite';
	const url = isSqlite ? `file:${join(folder, 'another machine', 'earshot.db')}` : (settings['DATABASE_URL'] ?? '');
	const machine = join(folder, 'another machine');
	const there = {
		...own,
		DATABASE_URL: url,
		EARSHOT_KEYRING: join(machine, 'keyring'),
		EARSHOT_LEDGER: join(machine, 'ledger')
	};
	const ledger = openLedger(settings['EARSHOT_LEDGER'] ?? '', keyring);
	const checks: Check[] = [];
	const check = (name: string, passed: boolean) => checks.push({ name: `${name} (${engine})`, passed });
	const today = dayOf(new Date());
	await inviteYoungPeople(db, ballots, today);
	const erased = [await heldPerson(db, keyring, new Date()), await heldPerson(db, keyring, new Date())];
	const stays = await heldPerson(db, keyring, new Date());
	const { wave, codes } = await openedWave(db, keyring, { name: 'Drill', today, closes: addDays(today, 30) });
	const halves = recoveryHalves(keyring, wave.id);
	let server = await startServer(settings);
	let restored: Database | null = null;
	try {
		const load = await beginLoad(around);
		const early = Math.floor(ballots * BALLOTS_BEFORE);
		const first = await answerThroughKills([server], codes.slice(0, early), 0);
		const before = { ballots: [...first.acknowledged], concerns: [...load.concerns] };
		// From here on what is acknowledged may be in it or not; all of the above must be.
		const rest = answerThroughKills([server], codes.slice(early), 0);
		const made = await earshot(settings, 'backup');
		const madeAt = performance.now();
		const second = await rest;
		await load.stop();
		for (const { id } of erased) await eraseYoungPerson(db, keyring, ledger, OPERATOR, id, new Date());
		// As the server does every ten minutes.
		await mirror(
			{
				keyring,
				ledger,
				configuration: { keyring: own['EARSHOT_KEYRING'] ?? '', ledger: own['EARSHOT_LEDGER'] ?? '', copy }
			},
			new Date()
		);
		const acknowledged = before.ballots.length + second.acknowledged.length;
		const all = { concerns: load.concerns.length, sessions: await countOf(db, 'session') };
		await server.kill();
		const identities = [await backupIdentity(keyring)];
		await loseEverything(around);
		for (const lost of ['EARSHOT_KEYRING', 'EARSHOT_LEDGER'] as const) rmSync(own[lost] ?? '', { recursive: true });
		const lostAfter = (performance.now() - madeAt) / 60_000;

		const file = String(made['path']);
		const { manifest } = await decryptBackup(file, identities);
		const began = performance.now();
		for (const part of ['keyring', 'ledger']) cpSync(join(copy, part), join(machine, part), { recursive: true });
		const theirs = openKeyring(there.EARSHOT_KEYRING, Buffer.from(own['EARSHOT_MASTER_KEY'] ?? '', 'base64'));
		const theirLedger = openLedger(there.EARSHOT_LEDGER, theirs);
		const told = await earshot(there, 'restore', file, '--yes');
		const restoring = (performance.now() - began) / 1000;
		// The keys of the survey are in no copy: its two holders bring their halves.
		const [open] = await openWavesAt(url);
		const recovered = open && (await recoverWaveKeys(theirs, open.id, open.testSeal, halves));
		check('the keys of the open survey come back from their two halves', recovered === 'recovered');
		server = await startServer(there);
		const rto = (performance.now() - began) / 1000;
		const answers = await Promise.all(['/', '/sign-in', '/help'].map((path) => fetch(server.origin + path)));
		check(
			'the server starts on it and answers',
			answers.every(({ status }) => status === 200)
		);
		await server.stop();

		restored = openDatabase(url);
		const held = { ballots: await countOf(restored, 'ballot'), concerns: await countOf(restored, 'concern') };
		console.log(
			`  backed up ${Number(made['bytes'])} bytes in ${Number(made['seconds']).toFixed(1)} s while ${acknowledged} ballots, ${all.concerns} messages and ${all.sessions} sign-ins came;`,
			`\n  RTO: restored in ${restoring.toFixed(1)} s, serving after ${rto.toFixed(1)} s; RPO: ${lostAfter.toFixed(2)} minutes lost,`,
			`with ${acknowledged - held.ballots} ballots and ${all.concerns + 3 - held.concerns} messages in them; erased again: ${String(told['erasedAgain'])}`
		);
		await compare(check, url, manifest);
		await lookThrough(check, { restored, keyring: theirs, erased, stays, concerns: before.concerns });
		for (const tenant of ['council', 'advocacy'] as const) {
			const record = await verifyRecord(restored, theirLedger, tenant);
			check(`the record of the ${tenant} is sound`, record.kind === 'sound');
		}
		check('nobody is signed in', (await countOf(restored, 'session')) === 0);
		const counted = await closeAndCount({ ...around, db: restored, keyring: theirs, settings: there }, wave, {
			commentsLost: true
		});
		check(
			`every ballot acknowledged before the backup is counted`,
			missingFrom(counted.answers, before.ballots).length === 0
		);
		const everything = [...before.ballots, ...second.acknowledged];
		check('no ballot is counted twice', missingFrom(everything, counted.answers).length === 0);
		return checks;
	} finally {
		await server.kill();
		await restored?.destroy();
		await around.remove();
		if (existsSync(folder)) rmSync(folder, { recursive: true });
	}
}

type Checking = (name: string, passed: boolean) => void;

/** Lays what stands there beside what the backup said: only what had to change may differ. */
async function compare(check: Checking, url: string, { tables }: Manifest): Promise<void> {
	const measured = await (url.startsWith('file:') ? measureSqlite(url.slice('file:'.length)) : measurePostgres(url));
	const differ = differences(tables, measured.tables);
	const changed = differ.filter((line) => !LEARNS.includes(line.split(':')[0] ?? ''));
	const same = Object.keys(tables).length - differ.length;
	console.log(`  ${same} tables are row for row as they were; what was erased or learned: ${differ.join(', ')}`);
	// Who was erased had something in each of these; nothing may have come, and nothing else may have gone.
	const grew = changed.filter((line) => {
		const [, from, to] = /: (\d+) → (\d+)$/.exec(line) ?? [];
		return !from || Number(to) > Number(from) || Number(from) - Number(to) > 12;
	});
	check('every table is as it was, but for who was erased', grew.length === 0 && same >= 25);
}

interface Looking {
	restored: Database;
	keyring: Keyring;
	erased: readonly { id: string }[];
	stays: { id: string };
	concerns: readonly string[];
}

async function lookThrough(check: Checking, { restored, keyring, erased, stays, concerns }: Looking): Promise<void> {
	const rows = await restored.selectFrom('concern').select(['id', 'young_person_id', 'given_sealed']).execute();
	const byId = new Map(rows.map((row) => [row.id, row]));
	const opens = concerns.filter((id) => {
		const row = byId.get(id);
		return row && openConcernText(keyring, 'given_sealed', id, row.young_person_id, row.given_sealed) !== '';
	});
	check(
		`all ${concerns.length} messages acknowledged before the backup are there and open`,
		opens.length === concerns.length
	);
	const people = await restored.selectFrom('young_person').select(['id', 'details_sealed']).execute();
	const ids = new Set(people.map(({ id }) => id));
	check('who was erased is gone, and who was not is there', !erased.some(({ id }) => ids.has(id)) && ids.has(stays.id));
	check(
		'of who was erased no backup can be read: their keys are gone',
		!erased.some(({ id }) => keyring.has(ownersKey(id)))
	);
	const theirs = people.find(({ id }) => id === stays.id)?.details_sealed ?? '';
	check(
		'who was not erased can be read',
		JSON.stringify(openDetails(keyring, stays.id, theirs)).includes('Robin-canary')
	);
}
