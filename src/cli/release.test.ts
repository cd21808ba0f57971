import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { closedWave, drawnAnswers } from '../../tests/releases/closed-wave.ts';
import { Stop, type CliContext, type OpenedForCommand } from './context.ts';
import { registerRelease } from './release.ts';

describe('earshot release', () => {
	let db: Database;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-release-'));
	const said: { human: string; machine: Record<string, unknown> }[] = [];
	const stop = (code: 1 | 2) => (message: string) => {
		throw new Stop(code, message);
	};
	const context: CliContext = {
		open: (work) => work({ db, actor: { commandLine: true, name: 'command line' } } as OpenedForCommand),
		say: (human, machine) => void said.push({ human, machine }),
		progress: () => () => undefined,
		wrong: stop(2),
		fail: stop(1)
	};
	async function run(...words: string[]): Promise<string> {
		const program = new Command();
		registerRelease(program, context);
		await program.parseAsync(['release', ...words], { from: 'user' });
		return said.at(-1)?.human ?? '';
	}

	beforeAll(async () => {
		db = openDatabase(`file:${join(folder, 'test.db')}`);
		await migrate(db);
		await closedWave(db, {
			name: 'Spring 2026',
			eligible: 130,
			answers: drawnAnswers(60, 30),
			halves: [{ holder: 'Dee', destroyed: 0 }]
		});
		await closedWave(db, { name: 'Autumn 2026', status: 'open', answers: [] });
	});
	afterAll(async () => {
		await db.destroy();
		rmSync(folder, { recursive: true, force: true });
	});

	it('says what is wrong with a wave that is not there', async () => {
		await expect(run('make', 'Sprnig')).rejects.toMatchObject({
			code: 2,
			message: expect.stringContaining('"Sprnig"')
		});
	});

	it('says why a release cannot be made yet', async () => {
		await expect(run('make', 'Autumn 2026')).rejects.toMatchObject({
			code: 1,
			message: expect.stringContaining('The wave is open')
		});
		await expect(run('make', 'Spring 2026')).rejects.toMatchObject({ message: expect.stringContaining('Dee still') });
		await expect(run('export', 'Spring 2026', '--out', folder)).rejects.toMatchObject({
			message: expect.stringContaining('no release yet')
		});
		expect(await run('list')).toBe('No release has been made yet.');
	});

	it('makes, lists and exports one', async () => {
		expect(await run('make', 'Spring 2026', '--halves-kept')).toContain('"Spring 2026" is made');
		expect(await run('list')).toContain('Spring 2026  about 60 of 130 answered');
		const out = join(folder, 'out');
		await run('export', 'Spring 2026', '--out', out);
		expect(readdirSync(out).sort()).toEqual(['spring-2026-release.csv', 'spring-2026-release.json']);
		await expect(run('make', 'Spring 2026')).rejects.toMatchObject({ message: expect.stringContaining('already') });
	});
});
