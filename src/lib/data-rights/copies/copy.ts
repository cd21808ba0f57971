/*
 * A copy of everything held about somebody: while it is looked through by hand, and as it is given. Shapes and what makes
 * the one into the other; collecting and keeping is copies.server.ts.
 */
import { z } from 'zod';
import { SECTIONS, type HeldSection } from '../held.ts';
import { blackOut } from './redaction.ts';

const line = z.object({ label: z.string(), text: z.string() });
const entry = z.object({ at: z.string().nullable(), title: z.string(), lines: z.array(line) });

const draftEntry = entry.extend({
	/** Unlike any other of the copy: names the boxes of the form. */
	key: z.string(),
	byOthers: z.boolean(),
	/** Somebody has read it and decided. */
	looked: z.boolean(),
	/** It is left out whole. */
	out: z.boolean(),
	/** Words to hide in it. */
	hide: z.array(z.string())
});

const draft = z.object({
	state: z.literal('draft'),
	madeAt: z.string(),
	/** Words to hide wherever they stand. */
	hide: z.array(z.string()),
	/** Names that may be other people's. */
	suggested: z.array(z.string()),
	sections: z.array(z.object({ key: z.enum(SECTIONS), entries: z.array(draftEntry) }))
});

const given = z.object({
	state: z.literal('given'),
	madeAt: z.string(),
	givenAt: z.string(),
	sections: z.array(z.object({ key: z.enum(SECTIONS), entries: z.array(entry), leftOut: z.number() }))
});

export type CopyDraft = z.infer<typeof draft>;
export type DraftEntry = z.infer<typeof draftEntry>;
export type GivenCopy = z.infer<typeof given>;
export type Copy = CopyDraft | GivenCopy;

/** A copy from JSON. @throws when it is not of that shape: it was ours. */
export const copyOf = (json: string): Copy => z.discriminatedUnion('state', [draft, given]).parse(JSON.parse(json));

/** What was collected, with nothing decided yet. */
export function draftOf(sections: readonly HeldSection[], suggested: readonly string[], madeAt: string): CopyDraft {
	return {
		state: 'draft',
		madeAt,
		hide: [],
		suggested: [...suggested],
		sections: sections.map(({ key, entries }) => ({
			key,
			entries: entries.map(({ at, title, lines, byOthers = false }, place) => ({
				...{ key: `${key}-${place + 1}`, at, title, lines, byOthers },
				...{ looked: false, out: false, hide: [] }
			}))
		}))
	};
}

/** All texts of what was collected. */
export const textsOf = (sections: readonly HeldSection[]): string[] =>
	sections.flatMap(({ entries }) =>
		entries.flatMap(({ title, lines }) => [title, ...lines.flatMap(({ label, text }) => [label, text])])
	);

/** How many entries nobody has looked through. */
export const notLooked = (copy: CopyDraft): number =>
	copy.sections.flatMap(({ entries }) => entries).filter(({ looked }) => !looked).length;

/** What somebody decided about one entry. */
export type Decided = Pick<DraftEntry, 'looked' | 'out' | 'hide'>;

/** A draft after somebody decided; entries they did not name stay as they are. */
export function decide(copy: CopyDraft, hide: string[], entries: Readonly<Record<string, Decided>>): CopyDraft {
	return {
		...copy,
		hide,
		sections: copy.sections.map((section) => ({
			...section,
			entries: section.entries.map((one) => ({ ...one, ...entries[one.key] }))
		}))
	};
}

/** An entry as it will be given, with its words hidden. */
export function shownEntry({ at, title, lines, hide }: DraftEntry, everywhere: readonly string[]) {
	const words = [...everywhere, ...hide];
	return {
		at,
		title: blackOut(title, words),
		lines: lines.map(({ label, text }) => ({ label: blackOut(label, words), text: blackOut(text, words) }))
	};
}

/** What is given: hidden words and what is left out are not in it any more. */
export function givenFrom(copy: CopyDraft, givenAt: string): GivenCopy {
	return {
		state: 'given',
		madeAt: copy.madeAt,
		givenAt,
		sections: copy.sections.map(({ key, entries }) => {
			const there = entries.filter(({ out }) => !out);
			return { key, entries: there.map((one) => shownEntry(one, copy.hide)), leftOut: entries.length - there.length };
		})
	};
}
