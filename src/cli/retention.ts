/*
 * `earshot retention run | schedule`: letting go of what is over its time, and reading for how long each kind is kept and
 * why. The periods are settings; letting go is the module retention's.
 */
import type { Command } from 'commander';
import { retentionRun, type LetGo } from '#lib/retention/runs.server.ts';
import { FIXED, KEEPING_KEYS, KEEPINGS } from '#lib/retention/schedule.ts';
import { inUnits } from '#lib/settings/clock.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import type { CliContext } from './context.ts';

function inWords({ key, count, stay, trouble }: LetGo): string {
	const kept = stay > 0 ? `, ${stay} over their time stay: the law keeps them, or somebody still works on them` : '';
	return `${KEEPINGS[key].label}: ${count}${kept}${trouble ? `\n  Not done: ${trouble}` : ''}`;
}

async function run(context: CliContext, { dryRun = false }: { dryRun?: boolean }): Promise<void> {
	await context.open(async ({ db, keyring, ledger, actor }) => {
		const gone = await retentionRun(db, keyring, ledger, new Date(), { dryRun, actor });
		const first = dryRun ? 'Nothing was changed. The next run would let go of:' : 'Let go of what was over its time:';
		context.say([first, ...gone.map((one) => `  ${inWords(one)}`)].join('\n'), { dryRun, kinds: gone });
		if (gone.some(({ trouble }) => trouble)) context.fail('Not everything could be let go of: see above.');
	});
}

async function schedule(context: CliContext): Promise<void> {
	await context.open(async ({ db }) => {
		const periods = await readSettings(db, KEEPING_KEYS);
		const kinds = [
			...KEEPING_KEYS.map((key) => {
				const { label, why, shipped } = KEEPINGS[key];
				return { key, label, months: periods[key], shipped, period: inUnits(periods[key], 'months'), why };
			}),
			...FIXED
		];
		const told = kinds.map(({ label, period, why }) => `${label}: ${period}\n  ${why}`).join('\n');
		context.say(told, { kinds });
	});
}

/** Adds the commands about retention. */
export function registerRetention(program: Command, context: CliContext): void {
	const retention = program
		.command('retention')
		.description('for how long each kind of record is kept, and letting go');
	retention
		.command('run')
		.description('let go of everything that is over its time; the server does it every night')
		.option('--dry-run', 'count only, change nothing')
		.action((options: { dryRun?: boolean }) => run(context, options));
	retention
		.command('schedule')
		.description('each kind with its period and the legal reason')
		.action(() => schedule(context));
}
