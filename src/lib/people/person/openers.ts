/*
 * What a young person is told of what others did with their things: which kinds of event, and several looks of one day by
 * one person as one line. Rules only; the words are in i18n.
 */
import type { Recorded } from '#lib/audit/event.ts';

/** The kinds that they are told of, each with the key of its words in `opened:what`. */
export const TOLD = {
	'young person opened': 'page',
	'young person corrected': 'corrected',
	'young person added': 'added',
	'joining card made': 'card',
	'joining card stopped': 'cardStopped',
	'concern opened': 'message',
	'concern answered': 'answered',
	'concern assigned': 'assigned',
	'concern escalated': 'escalated',
	'concern put on file': 'onFile',
	'concern closed': 'closed',
	'concern opened again': 'openedAgain',
	'data request acknowledged': 'acknowledged',
	'data request opened': 'request',
	'data request answered': 'requestAnswered',
	exported: 'copy'
} as const satisfies Partial<Record<Recorded, string>>;

export type Told = keyof typeof TOLD;
export const TOLD_KINDS = Object.keys(TOLD) as Told[];

/** Who did something: how they work with the young person, or else where they belong. */
export type Opener =
	| 'IRO'
	| 'social worker'
	| 'participation officer'
	| 'safeguarding lead'
	| 'another worker'
	/** The server at its time, or whoever runs it. */
	| 'Earshot';

/** One line for the young person. */
export interface OpenedLine {
	/** ISO day. */
	day: string;
	name: string;
	who: Opener;
	what: Told;
	/** How often on that day. */
	times: number;
	/** Why, as they wrote it; null where none was asked for. */
	reason: { why: string; words: string } | null;
}

/** Lines that differ in nothing become one, in the order in which they first came. */
export function together(lines: readonly Omit<OpenedLine, 'times'>[]): OpenedLine[] {
	const found = new Map<string, OpenedLine>();
	for (const line of lines) {
		const key = JSON.stringify([line.day, line.name, line.who, line.what, line.reason]);
		const same = found.get(key);
		if (same) same.times += 1;
		else found.set(key, { ...line, times: 1 });
	}
	return [...found.values()];
}
