/*
 * Taking in many sounds at once: each for itself, so that one that cannot be taken loses none of the others.
 */
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Language } from '#lib/i18n/translate.ts';
import { linesOf, numberIn, type Line } from './reading-list.ts';
import { mayRecord, type NoSound } from './recording.ts';
import { addRecording } from './recordings.server.ts';
import type { List } from './texts.ts';

/** One file, put beside a text by its hash, or to be found by the number in its name. */
export interface GivenSound {
	name: string;
	sound: Uint8Array;
	hash?: string;
}

export type Refused = NoSound | 'not asked' | 'no number' | 'no such number' | 'twice';

export type Taken =
	| { kind: 'taken in'; added: number; replaced: number; refused: { name: string; reason: Refused }[] }
	| { kind: 'not allowed' };

type Meant = { given: GivenSound; line: Line<never> | null; reason: Refused };

function meantBy(given: GivenSound, lines: readonly Line<never>[]): Meant {
	if (given.hash !== undefined)
		return { given, line: lines.find(({ hash }) => hash === given.hash) ?? null, reason: 'not asked' };
	const number = numberIn(given.name);
	if (number === null) return { given, line: null, reason: 'no number' };
	return { given, line: lines.find((line) => line.number === number) ?? null, reason: 'no such number' };
}

/** Puts sounds to the texts of a list. Two for one text are both refused: nobody knows which was meant. */
export async function addSounds(
	db: Database,
	actor: Actor,
	{ list, language, sounds }: { list: List; language: Language; sounds: readonly GivenSound[] },
	now: Date
): Promise<Taken> {
	if (!mayRecord(actor)) return { kind: 'not allowed' };
	const lines = linesOf<never>(list, language, []).flatMap((stretch) => stretch.lines);
	const meant = sounds.map((given) => meantBy(given, lines));
	const taken = {
		kind: 'taken in' as const,
		added: 0,
		replaced: 0,
		refused: [] as { name: string; reason: Refused }[]
	};
	const refuse = ({ name }: GivenSound, reason: Refused) => taken.refused.push({ name, reason });
	for (const { given, line, reason } of meant) {
		if (!line) refuse(given, reason);
		else if (meant.filter((other) => other.line === line).length > 1) refuse(given, 'twice');
		else {
			const done = await addRecording(db, actor, { text: line.text, language, sound: given.sound }, now);
			if (done.kind === 'refused') refuse(given, done.reason);
			else if (done.kind !== 'not allowed') taken[done.kind] += 1;
		}
	}
	return taken;
}
