/*
 * What is read of a page, part by part: the words, where they stand, and the recording of them if there is one.
 */
export interface Part {
	/** What is highlighted while it is read. */
	readonly element?: Element;
	readonly text: string;
	/** The address of a council's own recording. */
	readonly sound?: string;
}

/** What a button of the page says it reads: ids, and recordings in the same order, "-" for none. */
export function namedParts(hear: string, sounds = ''): { id: string; sound?: string }[] {
	const [ids, recorded] = [hear, sounds].map((said) => said.split(/\s+/).filter(Boolean));
	return (ids ?? []).map((id, place) => {
		const sound = recorded?.[place];
		return { id, sound: sound === '-' ? undefined : sound };
	});
}

/** The word that begins at a place of a text, as [from, to). */
export function wordAt(text: string, from: number): [number, number] {
	const length = /^\S*/.exec(text.slice(from))?.[0].length ?? 0;
	return [from, from + length];
}

/** Where a place in joined texts lies: which of them, and where in it. */
export function placeIn(lengths: readonly number[], at: number): { which: number; offset: number } {
	let offset = at;
	for (const [which, length] of lengths.entries()) {
		if (offset <= length && (offset < length || which === lengths.length - 1)) return { which, offset };
		offset -= length;
	}
	return { which: -1, offset: 0 };
}
