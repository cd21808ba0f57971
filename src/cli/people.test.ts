import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { COUNCIL_KEY } from '#lib/secrets/records.server.ts';
import { HEADERS, smallReturn, STAYS } from '../../tests/data/small-return.ts';
import { Stop, type CliContext, type OpenedForCommand } from './context.ts';
import { registerPeople } from './people.ts';

let folder: string;
let db: Database;
let said: { human: string; machine: Record<string, unknown> }[];

function context(): CliContext {
	const keyring = openKeyring(join(folder, 'keys'), Buffer.alloc(32, 3));
	keyring.getOrDraw(COUNCIL_KEY);
	const opened = { db, keyring, actor: { commandLine: true, name: 'test' } } as unknown as OpenedForCommand;
	return {
		open: (work) => work(opened),
		say: (human, machine) => said.push({ human, machine }),
		progress: () => () => undefined,
		wrong: (message) => {
			throw new Stop(2, message);
		},
		fail: (message) => {
			throw new Stop(1, message);
		}
	};
}

async function run(...words: string[]): Promise<string> {
	const program = new Command();
	registerPeople(program, context());
	await program.parseAsync(['people', ...words], { from: 'user' });
	return said.at(-1)?.human ?? '';
}

function put(name: string, bytes: Uint8Array | string): string {
	writeFileSync(join(folder, name), bytes);
	return join(folder, name);
}

function returnIn(changes: Parameters<typeof smallReturn>[0] = {}): string[] {
	const { header, episodes } = smallReturn(changes);
	return ['--header', put('header.csv', header.bytes), '--episodes', put('episodes.csv', episodes.bytes)];
}

const stopped = (code: number, message: RegExp) =>
	expect.objectContaining({ code, message: expect.stringMatching(message) });

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'earshot-people-'));
	db = openDatabase('file::memory:');
	await migrate(db);
	said = [];
});

describe('earshot people', () => {
	it('imports, tells the figures, and counts the roster without a name', async () => {
		expect(await run('import', ...returnIn(), '--as-of', '31/03/2018')).toContain(
			'On 31/03/2018: 2 (1 aged 4–7, 1 aged 8–10, 0 aged 11–17) in care'
		);
		expect(said[0]?.machine).toMatchObject({ kind: 'imported', asOf: '2018-03-31', figures: { added: 3 } });
		const details = put('details.csv', 'CHILD,preferred_name\nA1,Kofi\nZ9,Ama\n');
		expect(await run('details', '--file', details)).toContain('details.csv:3 CHILD: Z9 is not in the roster');
		const list = await run('list', '--on', '2018-03-31');
		expect(list).toContain('2 in care');
		expect(list).not.toContain('Kofi');
	});

	it('says what was wrong and what is right, with exit 2', async () => {
		await expect(run('import', ...returnIn(), '--as-of', '31 March')).rejects.toEqual(
			stopped(2, /--as-of must be a date such as 31\/03\/2018.*"31 March"/)
		);
		const missing = run('import', '--header', 'nowhere.csv', '--episodes', 'x', '--as-of', '31/03/2018');
		await expect(missing).rejects.toEqual(stopped(2, /--header: there is no file nowhere.csv/));
		await expect(run('details', '--file', folder)).rejects.toEqual(stopped(2, /is a folder/));
	});

	it('lists twenty faults and counts the rest, and imports nothing when strict', async () => {
		const stays = [...STAYS, ...Array.from({ length: 25 }, () => 'A1,nonsense,S,C2,N1,U4,,')];
		const strict = run('import', ...returnIn({ stays }), '--as-of', '31/03/2018', '--strict');
		await expect(strict).rejects.toEqual(stopped(1, /nothing has changed[^]*episodes.csv:6 DECOM: [^]*and 5 more/));
		expect(await db.selectFrom('young_person').selectAll().execute()).toEqual([]);
		expect(await run('import', ...returnIn({ stays }), '--as-of', '31/03/2018')).toContain('and 5 more');
		expect(await db.selectFrom('young_person').selectAll().execute()).toHaveLength(HEADERS.length - 1);
	});
});
