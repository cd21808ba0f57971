import { Command } from 'commander';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import { openEnrolment } from '#lib/auth/staff/enrolments.server.ts';
import { actorOf } from '#lib/auth/sessions.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { staffMember } from '../../tests/accounts.ts';
import { passingKeyring } from '../../tests/open-wave.ts';
import { Stop, type CliContext, type OpenedForCommand } from './context.ts';
import { registerStaff } from './staff.ts';

let db: Database;
let said: { human: string; machine: Record<string, unknown> };

const context: CliContext = {
	open: (work) => {
		const actor = { commandLine: true, name: 'command line' };
		return work({ db, actor, configuration: { origin: 'https://earshot.example' } } as unknown as OpenedForCommand);
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
	registerStaff(program, context);
	await program.parseAsync(['staff', ...words], { from: 'user' });
	return said.human;
}

const stopped = (code: number, message: RegExp) =>
	expect.objectContaining({ code, message: expect.stringMatching(message) });

/** Somebody with an account that is in use, by address. */
async function somebody(email: string, ...roles: Parameters<typeof staffMember>[1]): Promise<string> {
	const { staffId } = await staffMember(db, roles, email.split('@')[0]);
	await db.updateTable('staff').set({ email }).where('id', '=', staffId).execute();
	return staffId;
}

beforeEach(async () => {
	db = openDatabase('file::memory:');
	await migrate(db);
});

describe('earshot staff', () => {
	it('adds people of both tenants, never one of both, and lists them', async () => {
		expect(await run('list')).toContain('Nobody has an account yet');
		const told = await run('add', '--email', 'Ann@council.example', '--name', 'Ann', '--role', 'administrator');
		expect(told).toMatch(/^Ann has an account\.[^]*https:\/\/earshot.example\/enrol#[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
		await run('add', '--email', 'dee@service.example', '--name', 'Dee', '--role', 'advocacy worker');
		const both = ['--role', 'IRO', '--role', 'advocacy worker'];
		await expect(run('add', '--email', 'x@council.example', '--name', 'X', ...both)).rejects.toEqual(
			stopped(2, /Nobody works for the council and for the advocacy service/)
		);
		expect(await run('list')).toBe(
			'not enrolled  ann@council.example  Ann: administrator\n' +
				'not enrolled  dee@service.example  Dee (advocacy service): advocacy worker'
		);
		expect(said.machine).toMatchObject({ staff: [{ tenant: 'council' }, { tenant: 'advocacy' }] });
	});

	it('rescues the only administrator, with a reason that stays', async () => {
		const id = await somebody('ann@council.example', 'administrator');
		const told = await run('rescue', '--email', ' ANN@council.example', '--reason', 'phone lost');
		const code = /#(\S+)/.exec(told)?.[1] ?? '';
		expect(await openEnrolment(db, passingKeyring(), code, new Date())).toMatchObject({ row: { staffId: id } });
		const [event] = await recordedAbout(db, 'council', { kind: 'staff', id });
		expect(event).toMatchObject({
			what: 'account rescued',
			actorName: 'command line',
			detail: { reason: 'phone lost' }
		});
		for (const reason of ['  ', 'x'.repeat(201)])
			await expect(run('rescue', '--email', 'ann@council.example', '--reason', reason)).rejects.toEqual(
				stopped(2, /--reason must say why/)
			);
		await expect(run('rescue', '--email', 'nobody@council.example', '--reason', 'why')).rejects.toEqual(
			stopped(2, /"nobody@council.example"[^]*earshot staff list/)
		);
	});

	it('makes an administrator only while there are not two who could decide it', async () => {
		await somebody('ann@council.example', 'administrator');
		const ben = await somebody('ben@council.example', 'committee member');
		await somebody('cleo@council.example', 'IRO');
		const become = (email: string) =>
			run('rescue', '--email', email, '--reason', 'Ann is away', '--make-administrator');
		expect(await become('ben@council.example')).toContain('is an administrator now');
		expect((await actorOf(db, ben))?.roles).toContain('administrator');
		await expect(become('cleo@council.example')).rejects.toEqual(stopped(1, /Two administrators can decide/));
	});

	it('closes and opens accounts, of the advocacy service too, but never the last administrator’s', async () => {
		await somebody('ann@council.example', 'administrator');
		const dee = await somebody('dee@service.example', 'advocacy worker');
		expect(await run('disable', '--email', 'dee@service.example')).toContain('the account is closed');
		expect(await actorOf(db, dee)).toBeNull();
		await expect(run('rescue', '--email', 'dee@service.example', '--reason', 'x')).rejects.toEqual(
			stopped(1, /is closed[^]*Nothing was changed/)
		);
		await run('enable', '--email', 'dee@service.example');
		expect(await actorOf(db, dee)).not.toBeNull();
		await expect(run('disable', '--email', 'ann@council.example')).rejects.toEqual(stopped(1, /only administrator/));
	});
});
