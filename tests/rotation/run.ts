/*
 * The council's key changed again and again while two processes write, the change killed at random moments: everything
 * must open in the end, nothing be lost and nothing twice. Used by the test (short) and the drill (long).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { chunks } from '#lib/database/chunks.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { ownersKey, sealRecord, tenantKeyVersions } from '#lib/secrets/records.server.ts';
import { columnsOf, countRows } from '#lib/secrets/rotation/rows.server.ts';
import type { Check } from '../ballots/checks.ts';
import { fillSealedColumns, openEverything } from '../data/sealed-rows.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';

export interface Extent {
	/** Comments and children that are there from the beginning. */
	comments: number;
	children: number;
	kills: number;
	engine?: 'SQLite' | 'PostgreSQL';
}

/** Told by a writer, by what it is called in `openEverything`. */
type Told = Map<string, string>;

async function seed({ db, keyring }: Surroundings, { comments, children }: Extent): Promise<Told> {
	const told: Told = new Map();
	const keep = (column: string, id: string, words: string) => void told.set(`${column} ${id}`, words);
	for (const { place, words } of await fillSealedColumns(db, keyring, ({ column }) => `words of ${column}`))
		keep(`${place.table}.${place.column}`, place.id, words);
	const { id: wave_id } = await db.selectFrom('wave').select('id').executeTakeFirstOrThrow();
	const said = Array.from({ length: comments }, (_, n) => {
		const id = randomId();
		keep('comment.sealed', id, `comment ${n}`);
		const sealed = sealRecord(keyring, { table: 'comment', id, column: 'sealed' }, `comment ${n}`);
		const row = { id, wave_id, version: '11-17', question: 'q', day: '2027-03-01', language: 'en' };
		return { ...row, may_quote: 0 as const, sealed, receipt: id };
	});
	for (const part of chunks(said)) await db.insertInto('comment').values(part).execute();
	const ids = Array.from({ length: children }, randomId);
	await keyring.drawAll(ids.map(ownersKey));
	const people = ids.map((id, n) => {
		keep('young_person.details_sealed', id, `details ${n}`);
		const place = { table: 'young_person', id, column: 'details_sealed', owner: id };
		const row = { id, child: id, sex: '1', born: '2012-05-01', ethnic_group: 'WBRI', standing: 'in care' };
		return { ...row, imported_as_of: '2027-01-01', details_sealed: sealRecord(keyring, place, `details ${n}`) };
	});
	for (const part of chunks(people)) await db.insertInto('young_person').values(part).execute();
	return told;
}

/** Starts a writer; `stop` waits for its last word. */
function writer({ settings }: Surroundings, name: string, wave: string, told: Told): { stop(): Promise<number> } {
	const env = { ...process.env, ...settings };
	const child = spawn(process.execPath, ['tests/rotation/writer.ts', name, wave], {
		env,
		stdio: ['pipe', 'pipe', 'inherit']
	});
	let written = 0;
	const lines = createInterface({ input: child.stdout }).on('line', (line) => {
		const [id, text] = JSON.parse(line) as [string, string];
		told.set(`comment.sealed ${id}`, text);
		written += 1;
	});
	const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
	return {
		async stop() {
			child.stdin.end();
			const [[code]] = (await ended) as [[number | null], unknown];
			return code === 0 ? written : 0;
		}
	};
}

/** Runs `earshot keys rotate`, killed after so many milliseconds unless it ended before; null when it was killed. */
async function rotate({ settings }: Surroundings, killAfter: number | null): Promise<number | null> {
	const child = spawn(process.execPath, ['src/cli/earshot.ts', 'keys', 'rotate'], {
		env: { ...process.env, ...settings },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const timer = killAfter === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
	const [code] = (await once(child, 'exit')) as [number | null];
	clearTimeout(timer);
	return code;
}

/** Changes the key while two processes write, kills the change `kills` times, and says what held. */
export async function rotationHolds(extent: Extent): Promise<Check[]> {
	const around = await freshSurroundings(extent.engine);
	try {
		const { db, keyring } = around;
		const told = await seed(around, extent);
		const { id: wave } = await db.selectFrom('wave').select('id').executeTakeFirstOrThrow();
		const writers = ['one', 'two'].map((name) => writer(around, name, wave, told));
		// How long a whole change takes here: kills fall anywhere in it.
		const began = performance.now();
		const codes = [await rotate(around, null)];
		const whole = performance.now() - began;
		let killed = 0;
		while (killed < extent.kills) {
			const code = await rotate(around, whole * (0.15 + Math.random() * 0.8));
			if (code === null) killed += 1;
			else codes.push(code);
			await pause(Math.random() * 50);
		}
		codes.push(await rotate(around, null));
		const written = (await Promise.all(writers.map((one) => one.stop()))).reduce((sum, one) => sum + one, 0);
		codes.push(await rotate(around, null));
		const opened = await openEverything(db, keyring).catch((fault: unknown) => {
			console.log(String(fault));
			return new Map<string, string>();
		});
		const newest = tenantKeyVersions(keyring, 'council').at(-1) ?? 0;
		let behind = 0;
		for (const column of columnsOf('council')) behind += await countRows(db, column, newest);
		const events = await db.selectFrom('audit_event').select(['subject_id', 'detail']).execute();
		const states = events.map(({ subject_id, detail }) => `${subject_id} ${/begun|ended/.exec(detail)?.[0]}`);
		const right = [...told].filter(([name, text]) => opened.get(name) === text).length;
		const with_ = `${told.size} records, ${written} written meanwhile, ${killed} kills, ${newest} versions, ${extent.engine ?? 'SQLite'}`;
		console.log(`${with_}; a whole change takes ${(whole / 1000).toFixed(1)} s; ${right} right, ${behind} left behind`);
		return [
			{ name: `every record opens and says what was acknowledged last (${with_})`, passed: right === told.size },
			{ name: `none is lost and none twice (${with_})`, passed: opened.size === told.size },
			{ name: `nothing is left under an older key (${with_})`, passed: behind === 0 },
			{ name: `changes that were not killed ended well (${with_})`, passed: codes.every((code) => code === 0) },
			{ name: `both processes wrote all the time (${with_})`, passed: written > 100 },
			{ name: `each change is recorded once (${with_})`, passed: new Set(states).size === states.length }
		];
	} finally {
		await around.remove();
	}
}
