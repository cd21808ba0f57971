import { Command } from 'commander';
import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { giveUpOne, staffIn } from '../../tests/notices/people.ts';
import { passingFolder, passingKeyring } from '../../tests/open-wave.ts';
import { Stop, type CliContext, type OpenedForCommand } from './context.ts';
import { registerNotices } from './notices.ts';

let db: Database;
let folder: string;
let filesAreTaken: boolean;
let said: { human: string; machine: Record<string, unknown> };

const context: CliContext = {
	open: (work) => {
		const actor = { commandLine: true, name: 'command line' };
		const channels = { folder, filesAreTaken, smtp: null, notify: null };
		const configuration = { origin: 'https://earshot.example', channels };
		return work({ db, keyring: passingKeyring(), actor, configuration } as unknown as OpenedForCommand);
	},
	say: (human, machine) => void (said = { human, machine }),
	progress: () => () => undefined,
	wrong: (message) => {
		throw new Stop(2, message);
	},
	fail: (message) => {
		throw new Stop(1, message);
	}
};

async function run(...words: string[]): Promise<string> {
	const program = new Command();
	registerNotices(program, context);
	await program.parseAsync(['notices', ...words], { from: 'user' });
	return said.human;
}

const stopped = (code: number, message: RegExp) =>
	expect.objectContaining({ code, message: expect.stringMatching(message) });

beforeEach(async () => {
	db = openDatabase('file::memory:');
	await migrate(db);
	folder = passingFolder();
	filesAreTaken = true;
});

describe('earshot notices', () => {
	it('lists what was given up without a young person’s name, and tries one or all again', async () => {
		expect(await run('list')).toMatch(/^0 waiting, 0 sending, 0 sent, 0 not sent, 0 given up\n/);
		const one = await giveUpOne(db, { kind: 'young person', id: 'jay' });
		await giveUpOne(db, { kind: 'young person', id: 'sam' });
		const list = await run('list');
		expect(list).toContain(`given up  ${one}  new message, to a young person: the mail server answered 550`);
		expect(list).not.toMatch(/jay|sam/);
		expect(await run('retry', one)).toContain('1 notice is tried again');
		await expect(run('retry', one)).rejects.toEqual(stopped(1, /No notice .* was given up/));
		await expect(run('retry')).rejects.toEqual(stopped(2, /or say --all/));
		await expect(run('retry', one, '--all')).rejects.toEqual(stopped(2, /not both/));
		expect(await run('retry', '--all')).toContain('1 notice is tried again');
		expect(said.machine).toEqual({ count: 1 });
	});

	it('sends a test message at once to somebody with an account', async () => {
		await staffIn(db, 'ann@council.example', { name: 'Ann' });
		expect(await run('test', '--email', 'Ann@council.example')).toContain('Sent to Ann');
		expect(readdirSync(folder)).toHaveLength(1);
		await expect(run('test', '--email', 'ann@council.example')).rejects.toEqual(stopped(1, /in a minute/));
		await expect(run('test', '--email', 'nobody@council.example')).rejects.toEqual(stopped(2, /Nobody with an open/));
	});

	it('says that nothing can be sent where nothing is set up, and writes no file', async () => {
		filesAreTaken = false;
		await staffIn(db, 'ann@council.example', { name: 'Ann' });
		await expect(run('test', '--email', 'ann@council.example')).rejects.toEqual(stopped(1, /no email is set up/));
		expect(readdirSync(folder)).toEqual([]);
		expect(await run('list')).toContain('email: not set up: no member of staff is told of anything');
	});
});
