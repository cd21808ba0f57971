/*
 * `earshot wave …`: drafting, opening, closing and listing waves. What a wave may do is decided in lib/waves.
 */
import { dayOf, readDay } from '#lib/calendar/day.ts';
import type { Command } from 'commander';
import { mustBackUp } from '#lib/backups/backups.server.ts';
import { closeWave } from '#lib/waves/closing.server.ts';
import { openWave } from '#lib/waves/opening.server.ts';
import { createWave, listWaves, moveClosingDay } from '#lib/waves/waves.server.ts';
import type { CliContext } from '../context.ts';
import { registerWaveKey } from './wave-key.ts';
import { waveNamed } from './wave-named.ts';

async function create(context: CliContext, given: { name: string; opens: string; closes: string }): Promise<void> {
	const [opens, closes] = [given.opens, given.closes].map((day) => readDay(day) ?? day) as [string, string];
	const options = { name: given.name, opens, closes };
	const created = await context.open(({ db, actor }) => createWave(db, actor, options, dayOf(new Date())));
	if (created.kind === 'wrong') return context.wrong(created.reasons.join('\n'));
	if (created.kind !== 'created') return context.fail('This may only be done by a participation officer.');
	context.say(`"${options.name}" is drafted. Next: earshot wave open "${options.name}"`, created);
}

/** The command line knows names only. */
const named = (name: string) => ({ name, staffId: null });

async function open(context: CliContext, name: string, options: { recoveryTo?: string[] }): Promise<void> {
	const [first, second, ...more] = options.recoveryTo ?? [];
	if ((first && !second) || more.length > 0 || (first && first === second)) {
		context.wrong('--recovery-to is given twice, once for each of two different people, or not at all.');
	}
	await context.open(async ({ db, keyring, actor }) => {
		const wave = await waveNamed(context, db, name);
		const opened = await openWave(db, keyring, actor, wave, {
			now: new Date(),
			today: dayOf(new Date()),
			holders: first && second ? [named(first), named(second)] : null
		});
		switch (opened.kind) {
			case 'opened': {
				const lines = opened.versions.map(({ version, eligible }) => `  ${version}: ${eligible} young people`);
				const halves = opened.halves
					? [
							'Recovery copy of the wave’s key, shown only now. Give each person their half and nobody both:',
							`  ${first}: ${opened.halves[0]}`,
							`  ${second}: ${opened.halves[1]}`
						]
					: ['No recovery copy was asked for: if the keyring is lost, this wave cannot be counted.'];
				const said = [`"${wave.name}" is open.`, ...lines, ...halves];
				return context.say(said.join('\n'), opened);
			}
			case 'too few':
				return context.fail(
					`Only ${opened.eligible} young people could be asked; a wave needs 25 so that nobody can be picked out.`
				);
			case 'closing day is past':
				return context.fail(`"${wave.name}" was to close on ${opened.closes}. Draft a wave with a later closing day.`);
			case 'another is open':
				return context.fail(`"${opened.name}" is still open. Close it first.`);
			case 'not drafted':
				return context.fail(`"${wave.name}" is ${wave.status} already.`);
			case 'not allowed':
				return context.fail('This may only be done by a participation officer.');
		}
	});
}

interface ClosingOptions {
	withoutCounting?: boolean;
	leaveOutDamaged?: boolean;
	yes?: boolean;
}

async function close(context: CliContext, name: string, options: ClosingOptions): Promise<void> {
	if (options.withoutCounting && !options.yes) {
		return context.wrong('--without-counting gives up what every young person answered. If that is meant, add --yes.');
	}
	await context.open(async ({ db, keyring, ledger, actor, configuration }) => {
		const wave = await waveNamed(context, db, name);
		const shown = new Map<string, (done: number) => void>();
		const closed = await closeWave(db, keyring, actor, wave, {
			now: new Date(),
			withoutCounting: options.withoutCounting === true,
			leaveOutDamaged: options.leaveOutDamaged === true,
			backUp: () => mustBackUp({ db, keyring, ledger, configuration }, actor, new Date()),
			progress(step, done, of) {
				const show = shown.get(step) ?? context.progress(step, of);
				shown.set(step, show);
				show(done);
			}
		});
		switch (closed.kind) {
			case 'closed':
				return context.say(
					`"${wave.name}" is closed and counted; its key is destroyed. Next: earshot release make "${wave.name}"`,
					closed
				);
			case 'could not be counted':
				return context.say(`"${wave.name}" is closed. Its answers could not be counted and are gone.`, closed);
			case 'box is damaged':
				return context.fail(
					`Some ballots of "${wave.name}" do not open or are missing, so nothing was counted yet. To count the others and state it in the release: --leave-out-damaged`
				);
			case 'key is lost':
				return context.fail(
					`The key of "${wave.name}" is not in the keyring. Put it back with both halves (earshot wave recover "${wave.name}"), or give its answers up for good with --without-counting --yes.`
				);
			case 'not open':
				return context.fail(`"${wave.name}" is ${wave.status}.`);
			case 'not allowed':
				return context.fail('This may only be done by a participation officer.');
		}
	});
}

async function list(context: CliContext): Promise<void> {
	const waves = await context.open(({ db, actor }) => listWaves(db, actor));
	const lines = waves.map(({ name, status, opens, closes }) => `${name}  ${status}  ${opens} to ${closes}`);
	const shown = waves.map(({ id, name, status, opens, closes }) => ({ id, name, status, opens, closes }));
	context.say(lines.join('\n') || 'No wave yet. Draft one: earshot wave create --help', { waves: shown });
}

/** Adds the `wave` commands. */
export function registerWave(program: Command, context: CliContext): void {
	const wave = program.command('wave').description('survey waves: draft, open, close');
	wave
		.command('create')
		.description('draft a wave; nobody is invited yet')
		.requiredOption('--name <name>', 'such as "Spring 2027"')
		.requiredOption('--opens <date>', 'planned opening day, like 2027-03-01')
		.requiredOption('--closes <date>', 'planned closing day, like 2027-04-12')
		.action((options: { name: string; opens: string; closes: string }) => create(context, options));
	wave
		.command('open')
		.description('open a drafted wave: freeze who is asked and make its keys')
		.argument('<wave>', 'the wave’s name or id')
		.option(
			'--recovery-to <person>',
			'who gets half of the key’s recovery copy; give it twice',
			(one: string, all: string[] = []) => [...all, one]
		)
		.action((name: string, options: { recoveryTo?: string[] }) => open(context, name, options));
	wave
		.command('close')
		.description('close a wave, count its box and destroy its key; cannot be undone')
		.argument('<wave>', 'the wave’s name or id')
		.option('--leave-out-damaged', 'when ballots do not open: count the others, and state it in the release')
		.option('--without-counting', 'when the key is lost for good: give all answers up')
		.option('--yes', 'with --without-counting: it is meant')
		.action((name: string, options: ClosingOptions) => close(context, name, options));
	wave
		.command('list')
		.description('list all waves, the newest first; never how many have answered')
		.action(() => list(context));
	wave
		.command('extend')
		.description('move the closing day of an open wave')
		.argument('<wave>', 'the wave’s name or id')
		.requiredOption('--closes <date>', 'the new closing day, like 2027-04-26')
		.action(async (name: string, { closes }: { closes: string }) => {
			await context.open(async ({ db, actor }) => {
				const { id, opens } = await waveNamed(context, db, name);
				if (await moveClosingDay(db, actor, id, readDay(closes) ?? closes))
					context.say(`"${name}" now closes on ${closes}.`, { id, closes });
				else context.wrong(`--closes must be a date after ${opens}, like 2027-04-26, and the wave must be open.`);
			});
		});
	registerWaveKey(wave, context);
}
