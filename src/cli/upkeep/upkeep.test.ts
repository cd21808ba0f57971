import { execFile } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Health } from '#lib/settings/health.ts';
import { freshSurroundings } from '../../../tests/server/surroundings.ts';
import { asText } from './doctor.ts';

interface Said {
	code: number;
	out: string;
	err: string;
}

function run(args: readonly string[], settings: Record<string, string>, input?: Buffer): Promise<Said> {
	const env = { PATH: process.env['PATH'] ?? '', ORIGIN: 'https://earshot.example', ...settings };
	return new Promise((done) => {
		const child = execFile(process.execPath, [resolve('src/cli/earshot.ts'), ...args], { env }, (fault, out, err) =>
			done({ code: fault ? Number(fault.code ?? -1) : 0, out, err })
		);
		child.stdin?.end(input);
	});
}

async function surroundings() {
	const around = await freshSurroundings();
	onTestFinished(() => around.remove());
	await around.db.destroy();
	return around;
}

describe('from the command line', () => {
	it('a backup goes to a file and a command, and comes back from standard input on another machine', async () => {
		const { settings, folder } = await surroundings();
		const taken = join(folder, 'taken');
		const made = await run(['backup'], { ...settings, EARSHOT_BACKUP_COMMAND: `cat > '${taken}'` });
		expect(made).toMatchObject({ code: 0, err: '' });
		expect(made.out).toContain('encrypted, read back and verified');
		expect(made.out).toContain('Your command took it too.');
		expect(made.out).toContain('The keyring is not in it');

		const shown = await run(['backup', 'identity'], settings);
		expect(shown.out).toContain('age1');
		expect(shown.out).not.toContain('AGE-SECRET-KEY');
		const secret = await run(['backup', 'identity', '--yes'], settings);
		expect(secret.out).toMatch(/^AGE-SECRET-KEY-1/m);
		writeFileSync(join(folder, 'identity'), secret.out);

		const elsewhere = { ...settings, DATABASE_URL: `file:${join(folder, 'elsewhere', 'earshot.db')}` };
		const args = ['restore', '-', '--yes', '--identity', join(folder, 'identity')];
		const restored = await run(args, elsewhere, readFileSync(taken));
		expect(restored).toMatchObject({ code: 0, err: '' });
		expect(restored.out).toMatch(/Restored in [\d.]+ s: .* rows in \d+ tables, each compared/);
		expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['earshot.db']);
	});

	it('a restore that cannot be is told in a sentence, with exit 1, and asks for --yes with exit 2', async () => {
		const { settings, folder } = await surroundings();
		const file = join(folder, 'holiday.jpg');
		writeFileSync(file, 'not a backup, '.repeat(500));
		expect(await run(['restore', file], settings)).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
		const refused = await run(['restore', file, '--yes'], settings);
		expect(refused).toMatchObject({ code: 1, out: '' });
		expect(refused.err).toContain('nothing has changed. This is not a backup of Earshot’s');
		expect(await run(['restore', join(folder, 'gone.age'), '--yes'], settings)).toMatchObject({
			code: 2,
			err: expect.stringContaining('There is no file')
		});
	});

	it('a backup whose command fails is exit 1 and says how it ended and where the good file is', async () => {
		const { settings } = await surroundings();
		const command = 'cat > /dev/null; echo "vault is sealed" >&2; exit 4';
		const failed = await run(['backup'], { ...settings, EARSHOT_BACKUP_COMMAND: command });
		expect(failed).toMatchObject({ code: 1, out: '' });
		expect(failed.err).toMatch(/ended with 4: vault is sealed The file itself is good: .*\.age/);
	});

	it('the doctor finds what is wrong and says so by its exit code, without any secret', async () => {
		const { settings, folder } = await surroundings();
		const ill = await run(['doctor'], settings);
		expect(ill.code).toBe(1);
		expect(ill.out).toMatch(/✗ Last good backup\n\s+There is none yet\./);
		expect(ill.out).toMatch(/things? wrong: act today\./);
		await run(['backup'], settings);
		chmodSync(join(folder, 'earshot.db'), 0o644);
		const well = await run(['doctor', '--json'], settings);
		const said = JSON.parse(well.out) as { well: boolean; groups: { findings: Health[] }[] };
		const found = new Map(said.groups.flatMap(({ findings }) => findings).map(({ what, state }) => [what, state]));
		expect(found.get('Last good backup')).toBe('good');
		expect(found.get('For nobody else to read')).toBe('warning');
		expect(well.code).toBe(said.well ? 0 : 1);
		expect(ill.out + well.out).not.toContain(settings['EARSHOT_MASTER_KEY']);
		const gone = await run(['doctor'], { ...settings, DATABASE_URL: `file:${join(folder, 'gone.db')}` });
		expect(gone).toMatchObject({ code: 1, err: expect.stringContaining('There is no database') });
		expect(readdirSync(folder)).not.toContain('gone.db');
	});
});

it('a page of findings is grouped, signed, in sentences, and adds them up', () => {
	const looked = [
		{
			title: 'One',
			findings: [
				{ what: 'a thing', state: 'good' as const, words: 'fine' },
				{ what: 'Another', state: 'warning' as const, words: `Long ${'words '.repeat(30)}end.` }
			]
		},
		{ title: 'Two', findings: [{ what: 'Last', state: 'wrong' as const, words: 'Gone.' }] }
	];
	const text = asText(looked, new Date('2027-03-01T09:00:00Z'), false);
	const lines = text.split('\n');
	expect(lines.slice(0, 5)).toEqual(['Earshot, 1 March 2027 at 09:00', '', 'One', '  ✓ A thing', '      Fine.']);
	expect(text).toContain('\n  ✗ Last\n      Gone.\n');
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(96);
	expect(lines.at(-1)).toBe('1 thing wrong: act today. 1 thing to look at this week.');
	expect(asText([], new Date(), false)).toContain('Everything is well.');
});
