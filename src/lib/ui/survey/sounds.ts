/*
 * A council's recordings for a speaker: one address for each text it reads, in their order. Pure.
 */

/** Text → id of its recording. */
export type Recorded = Readonly<Record<string, string>>;

/** The value of `data-sound`: "-" where a text has no recording or is left to the voice (null); undefined where none has. */
export function soundsOf(recorded: Recorded, ...texts: readonly (string | null)[]): string | undefined {
	const found = texts.map((text) =>
		text !== null && Object.hasOwn(recorded, text) ? `/survey/sound/${recorded[text]}` : '-'
	);
	return found.every((one) => one === '-') ? undefined : found.join(' ');
}
