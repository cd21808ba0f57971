/*
 * earshot release: make a release of a closed wave, list releases, write one to files. No rules live here.
 */
import type { Command } from 'commander';
import { forCommittee } from '#lib/database/handle.server.ts';
import { exportRelease } from '#lib/releases/export.server.ts';
import { listReleases } from '#lib/releases/reading.server.ts';
import { releaseResults, type ReleaseOutcome } from '#lib/releases/releases.server.ts';
import { findWave } from '#lib/waves/waves.server.ts';
import type { CliContext } from './context.ts';

const WHY_NOT: {
	[K in Exclude<ReleaseOutcome['kind'], 'released'>]: (outcome: { kind: K } & ReleaseOutcome) => string;
} = {
	'not allowed': () => 'Only a participation officer may make a release.',
	'no such wave': () => 'There is no such wave.',
	'not closed': ({ status }) => `The wave is ${status}. A release is made once it is closed: earshot wave close.`,
	'already released': () => 'This wave has its release already; see earshot release list.',
	'halves not settled': ({ holders }) =>
		`${holders.join(' and ')} still hold half of the spare key. Ask them to destroy it and note that they did, or use --halves-kept: the release then states it.`,
	'questionnaire unknown': ({ edition }) =>
		`The wave asked edition ${edition}, which this version of Earshot does not have. Use the version that opened the wave.`,
	'no answers': () => 'Nobody answered this wave, so there is nothing to release.'
};

function whyNot(outcome: Exclude<ReleaseOutcome, { kind: 'released' }>): string {
	const say = WHY_NOT[outcome.kind] as (outcome: ReleaseOutcome) => string;
	return say(outcome);
}

const today = () => new Date().toISOString().slice(0, 10);

/** Adds `release make`, `release list` and `release export`. */
export function registerRelease(program: Command, context: CliContext): void {
	const release = program.command('release').description('count, protect and publish the answers of a closed wave');

	release
		.command('make')
		.description('make the one release of a closed wave')
		.argument('<wave>', 'the wave’s name or id')
		.option('--halves-kept', 'release although halves of the spare key are still held, and state so')
		.action(async (name: string, { halvesKept = false }: { halvesKept?: boolean }) => {
			await context.open(async ({ db, actor }) => {
				const wave = await findWave(db, name);
				if (!wave) return context.wrong(`There is no wave "${name}". See: earshot wave list`);
				let tell: ((done: number) => void) | undefined;
				const outcome = await releaseResults(db, actor, wave.id, {
					today: today(),
					statesHalvesKept: halvesKept,
					progress: (done, total) => (tell ??= context.progress('Counting', total))(done)
				});
				if (outcome.kind !== 'released') return context.fail(whyNot(outcome));
				context.say(`The release of "${wave.name}" is made: ${outcome.releaseId}`, outcome);
			});
		});

	release
		.command('list')
		.description('list all releases, the newest first')
		.action(async () => {
			await context.open(async ({ db, actor }) => {
				const releases = (await listReleases(forCommittee(db), actor)) ?? [];
				const lines = releases.map(
					(one) => `${one.madeOn}  ${one.waveName}  about ${one.answered} of ${one.eligible} answered  ${one.id}`
				);
				context.say(lines.join('\n') || 'No release has been made yet.', { releases });
			});
		});

	release
		.command('export')
		.description('write a release as release.json and CSV')
		.argument('<wave>', 'the wave’s name or id')
		.requiredOption('--out <folder>', 'the folder to write to')
		.action(async (name: string, { out }: { out: string }) => {
			await context.open(async ({ db, actor }) => {
				const wave = await findWave(db, name);
				if (!wave) return context.wrong(`There is no wave "${name}". See: earshot wave list`);
				const releases = (await listReleases(forCommittee(db), actor)) ?? [];
				const made = releases.find((one) => one.waveId === wave.id);
				if (!made) return context.fail(`"${wave.name}" has no release yet: earshot release make "${wave.name}"`);
				const exported = await exportRelease(forCommittee(db), actor, made.id, out);
				if (exported.kind === 'not found') return context.fail('The release was not found.');
				context.say(exported.files.join('\n'), exported);
			});
		});
}
