/*
 * A demonstration wave: opened, codes issued, answered by some. For `npm run demo` only.
 */
import type { CommandLine } from '#lib/auth/actor.ts';
import { addDays } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { issueCodes, type IssuedCode } from '#lib/waves/codes.server.ts';
import { openWave } from '#lib/waves/opening.server.ts';
import { createWave, findWave, type Wave } from '#lib/waves/waves.server.ts';
import { answerAsSomebody } from './answers.ts';
import { chanceFrom } from './chance.ts';

/** Who does everything in the demonstration. */
export const DEMONSTRATOR: CommandLine = { commandLine: true, name: 'demonstration' };

function progressLine(label: string): (done: number, of: number) => void {
	let last = -1;
	return (done, of) => {
		const tenth = Math.floor((done / Math.max(1, of)) * 10);
		if (tenth === last) return;
		last = tenth;
		process.stdout.write(
			`${process.stdout.isTTY ? '\r' : ''}${label}: ${tenth * 10}%${tenth === 10 || !process.stdout.isTTY ? '\n' : ' '}`
		);
	};
}

/** Opens a wave and lets a share of those asked answer, over its first nine days. */
export async function openAndAnswer(
	db: Database,
	keyring: Keyring,
	{ name, opens, closes, share, seed }: { name: string; opens: string; closes: string; share: number; seed: number }
): Promise<Wave> {
	const created = await createWave(db, DEMONSTRATOR, { name, opens, closes }, opens);
	const drafted = created.kind === 'created' ? await findWave(db, created.id) : null;
	const opened =
		drafted && (await openWave(db, keyring, DEMONSTRATOR, drafted, { today: opens, holders: null, now: new Date() }));
	const wave = drafted && (await findWave(db, drafted.id));
	if (opened?.kind !== 'opened' || !wave) throw new Error(`the demonstration wave did not open: ${opened?.kind}`);
	let codes: IssuedCode[] = [];
	await issueCodes(
		db,
		DEMONSTRATOR,
		wave,
		{ spares: 5 },
		async (issued) => void (codes = issued),
		progressLine(`${name}: codes`)
	);
	const chance = chanceFrom(seed);
	const answering = codes.filter(({ youngPersonId }) => youngPersonId).slice(0, Math.round(codes.length * share));
	const tell = progressLine(`${name}: answers`);
	for (const [place, code] of answering.entries()) {
		await answerAsSomebody(db, keyring, chance, wave, code, addDays(opens, Math.min(place % 9, 8)));
		tell(place + 1, answering.length);
	}
	return wave;
}
