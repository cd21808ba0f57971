/*
 * A council's recordings for a speaker: one address for each text it reads, in their order. Pure.
 */

/** Text → id of its recording. */
export type Recorded = Readonly<Record<string, string>>;

/** The value of `data-sound`: "-" where a text has no recording; undefined where none has. */
export function soundsOf(recorded: Recorded, ...texts: readonly string[]): string | undefined {
	const found = texts.map((text) => (Object.hasOwn(recorded, text) ? `/survey/sound/${recorded[text]}` : '-'));
	return found.every((one) => one === '-') ? undefined : found.join(' ');
}
