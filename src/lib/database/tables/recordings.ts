/*
 * A voice that the council recorded, one recording for each text. Only the module recordings/ names this table.
 */
export interface RecordingTable {
	/** Random, and another one for every new recording: an address never plays something else than it did. */
	id: string;
	/** SHA-256 (base64url) of the language and the text: words that change are no longer these, and fall silent. */
	text_hash: string;
	language: string;
	/** The text as it was when it was recorded, so that a recording nobody hears any more can be told. */
	words: string;
	/** As its first bytes say, never as the sender does: one of recordings/recording.ts. */
	type: string;
	/** Size of the sound itself. */
	bytes: number;
	/** The sound, base64. */
	sound: string;
	added_at: string;
	/** staff.id, or the name at the command line. */
	added_by: string;
}

export interface RecordingsTables {
	recording: RecordingTable;
}
