/*
 * `earshot wave recover` and `half-destroyed`: the recovery copy of a wave's key. What it may do is decided in lib/waves.
 */
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { recoverWaveKeys } from '#lib/waves/wave-keys.server.ts';
import { noteHalfDestroyed } from '#lib/waves/recovery.server.ts';
import type { CliContext } from '../context.ts';
import { waveNamed } from './wave-named.ts';

async function recover(context: CliContext, name: string): Promise<void> {
	await context.open(async ({ db, keyring }) => {
		const wave = await waveNamed(context, db, name);
		if (!['open', 'closing'].includes(wave.status)) {
			return context.fail(
				`"${wave.name}" is ${wave.status}: its key is destroyed for good, and both halves should be too.`
			);
		}
		const input = createInterface({ input: process.stdin });
		const lines: string[] = [];
		for await (const line of input) if (line.trim() && lines.push(line) === 2) break;
		input.close();
		const [first, second] = lines;
		if (!first || !second) return context.wrong('Give both halves on standard input, one a line.');
		const recovered = await recoverWaveKeys(keyring, wave.id, wave.test_seal ?? '', [first, second]);
		if (recovered === 'recovered') context.say(`The key of "${wave.name}" is back in the keyring.`, { recovered });
		else
			context.fail(
				recovered === 'there already'
					? 'The key is in the keyring already.'
					: 'These halves do not belong to this wave. Check them letter by letter.'
			);
	});
}

/** Adds what concerns the recovery copy to the `wave` commands. */
export function registerWaveKey(wave: Command, context: CliContext): void {
	wave
		.command('recover')
		.description('put a lost key back from both halves, given on standard input, one a line')
		.argument('<wave>', 'the wave’s name or id')
		.action((name: string) => recover(context, name));
	wave
		.command('half-destroyed')
		.description('note that somebody says their half of the recovery copy is destroyed')
		.argument('<wave>', 'the wave’s name or id')
		.requiredOption('--holder <person>', 'the name given at opening')
		.action(async (name: string, { holder }: { holder: string }) => {
			await context.open(async ({ db, actor }) => {
				const { id } = await waveNamed(context, db, name);
				if (await noteHalfDestroyed(db, actor, id, holder, new Date()))
					context.say(`Noted: ${holder}’s half is destroyed.`, { id, holder });
				else context.wrong(`Nobody called "${holder}" was given a half of this wave’s key.`);
			});
		});
}
