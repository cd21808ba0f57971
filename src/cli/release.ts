/*
 * earshot release: make a release of a closed wave, list releases, write one to files. No rules live here.
 */
import type { Command } from 'commander';
import { dayOf } from '#lib/calendar/day.ts';
import { forCommittee } from '#lib/database/handle.server.ts';
import { noteExported } from '#lib/releases/exported.server.ts';
import { exportRelease } from '#lib/releases/export.server.ts';
import { listReleases } from '#lib/releases/reading.server.ts';
import { whyNotReleased } from '#lib/releases/words/refusal.ts';
import { releaseResults } from '#lib/releases/releases.server.ts';
import { folderGiven, type CliContext } from './context.ts';
import { waveNamed } from './waves/wave-named.ts';

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
				const wave = await waveNamed(context, db, name);
				let tell: ((done: number) => void) | undefined;
				const outcome = await releaseResults(db, actor, wave.id, {
					today: dayOf(new Date()),
					now: new Date(),
					statesHalvesKept: halvesKept,
					progress: (done, total) => (tell ??= context.progress('Counting', total))(done)
				});
				if (outcome.kind !== 'released') return context.fail(whyNotReleased(outcome));
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
				const wave = await waveNamed(context, db, name);
				const releases = (await listReleases(forCommittee(db), actor)) ?? [];
				const made = releases.find((one) => one.waveId === wave.id);
				if (!made) return context.fail(`"${wave.name}" has no release yet: earshot release make "${wave.name}"`);
				const exported = await exportRelease(forCommittee(db), actor, made.id, folderGiven(context, '--out', out));
				if (exported.kind === 'not found') return context.fail('The release was not found.');
				await noteExported(db, actor, made.id, 'JSON and CSV', new Date());
				context.say(exported.files.join('\n'), exported);
			});
		});
}
