/*
 * What a survey leaves: no time finer than the wave, no row in the order it came. Only the module responses/ names these tables.
 */

export interface SurveyCodeTable {
	selector: string;
	wave_id: string;
	version: string;
	/** Salted Argon2id of the verifier. */
	verifier_hash: string;
	/** SHA-256 of the random visit that spent the code, so that a retry is known; null while unspent, and after the count. */
	spent_by: string | null;
}

export interface DraftTable {
	id: string;
	/** 'answers' or 'words': written apart, because the second is large and seldom changes. */
	part: string;
	wave_id: string;
	/** Random; a write names the one it read, so that two tabs cannot overwrite each other. */
	nonce: string;
	sealed: string;
}

export interface BallotTable {
	id: string;
	wave_id: string;
	sealed: string;
}

export interface ResponseTable {
	id: string;
	wave_id: string;
	version: string;
	/** All answers of one ballot as compact JSON, comments left out. */
	answers: string;
}

export interface ResponsesTables {
	survey_code: SurveyCodeTable;
	draft: DraftTable;
	ballot: BallotTable;
	response: ResponseTable;
}
