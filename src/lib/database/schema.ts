/*
 * Every table, as Kysely types. Instants and dates are ISO 8601 text, truth is 0 or 1, sealed bytes are base64 text:
 * the same in SQLite and PostgreSQL. No queries live here; each table belongs to one module, named in its heading.
 */
import type { Generated, Kysely, Transaction } from 'kysely';

/** 0 or 1 in both engines. */
export type Flag = 0 | 1;

// people/ -----------------------------------------------------------------------------------------------------------
export interface YoungPersonTable {
	id: string;
	/** CHILD of the statutory return: the key of every import. */
	child: string;
	/** SEX of the return: '1' or '2' up to 2023, then words. */
	sex: string;
	born: string;
	ethnic_group: string;
	/** 'in care', 'care leaver' or 'left', on the date of the last import. */
	standing: string;
	short_breaks: Generated<Flag>;
	unaccompanied: Generated<Flag>;
	died: Generated<Flag>;
	with_adopters: Generated<Flag>;
	imported_as_of: string;
	language: string | null;
	interpreter: Generated<Flag>;
	iro: string | null;
	social_worker: string | null;
	team: string | null;
	district: string | null;
	account_wanted: Generated<Flag>;
	opted_out: Generated<Flag>;
	address_unsafe: Generated<Flag>;
	/** Sealed JSON: preferred name, school or setting, communication needs, disability, who may be told what. */
	details_sealed: string | null;
}
export interface EpisodeTable {
	id: string;
	young_person_id: string;
	started: string;
	ended: string | null;
	reason_started: string;
	legal_status: string;
	need: string;
	place: string;
	provider: string;
	reason_ended: string | null;
	reason_place_changed: string | null;
	home_postcode: string | null;
	place_postcode: string | null;
	provider_urn: string | null;
}
export interface StatutoryReviewTable {
	id: string;
	young_person_id: string;
	held: string;
	participation_code: string;
}

// waves/ ------------------------------------------------------------------------------------------------------------
export interface WaveTable {
	id: string;
	name: string;
	opens: string;
	closes: string;
	/** 'drafted' → 'open' → 'closing' → 'closed', or 'could not be counted'. */
	status: string;
	public_key: string | null;
	/** A constant sealed to the public key: opening it proves daily that the private key is there. */
	test_seal: string | null;
	created_on: string;
}
export interface WaveVersionTable {
	wave_id: string;
	version: string;
	/** The edition of the questionnaire that this wave asks, e.g. '11-17/1'. */
	edition: string;
	/** Young people eligible on the opening day, merged versions included; frozen. */
	eligible: number;
}
export interface InvitationTable {
	wave_id: string;
	young_person_id: string;
	version: string;
	/** Codes issued to this young person: 0, 1 or 2. Never a time, never whether it was used. */
	issued: number;
}
export interface RecoveryHalfTable {
	wave_id: string;
	holder: string;
	destroyed: Flag;
}
export interface WavePaceTable {
	wave_id: string;
	version: string;
	day: string;
	/** 'on track' or 'quieter than expected'. */
	pace: string;
}

// responses/ (no time finer than the wave or the day, no row in the order it came) -------------------------------------
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
export interface IntakeDayTable {
	day: string;
	public_key: string;
}
export interface CommentPieceTable {
	id: string;
	day: string;
	sealed: string;
}
export interface ResponseTable {
	id: string;
	wave_id: string;
	version: string;
	/** All answers of one ballot as compact JSON, comments left out. */
	answers: string;
}
export interface GuessTable {
	key: string;
	points: number;
	expires: number | null;
}

// comments/ ---------------------------------------------------------------------------------------------------------
export interface CommentTable {
	id: string;
	wave_id: string;
	version: string;
	question: string;
	day: string;
	language: string;
	may_quote: Flag;
	sealed: string;
	/** HMAC of the receipt's words. */
	receipt: string;
}

// releases/ ---------------------------------------------------------------------------------------------------------
export interface ReleaseTable {
	id: string;
	wave_id: string;
	wave_name: string;
	/** 'answers'; themes later. */
	kind: string;
	made_on: string;
	made_by: string;
	/** JSON: see releases/certificate.ts. */
	certificate: string;
}
export interface ReleaseVersionTable {
	release_id: string;
	version: string;
	edition: string;
	eligible: number;
	/** Answered, to the nearest 5. */
	answered: number;
}
export interface ReleaseValueTable {
	release_id: string;
	version: string;
	question: string;
	indicator: string | null;
	option: string;
	/** Place in the published order, from 0. */
	place: number;
	status: string;
	percent: number | null;
	band: string | null;
	base: number | null;
}

// auth/ -------------------------------------------------------------------------------------------------------------
export interface StaffTable {
	id: string;
	email: string;
	name: string;
	password_hash: string;
	disabled: Flag;
}
export interface StaffRoleTable {
	staff_id: string;
	role: string;
}
export interface SessionTable {
	/** SHA-256 of the token that the cookie holds. */
	token_hash: string;
	staff_id: string;
	created_at: string;
	expires_at: string;
}

// settings/ ---------------------------------------------------------------------------------------------------------
export interface SettingTable {
	key: string;
	value: string;
}

export interface Schema {
	young_person: YoungPersonTable;
	episode: EpisodeTable;
	statutory_review: StatutoryReviewTable;
	wave: WaveTable;
	wave_version: WaveVersionTable;
	invitation: InvitationTable;
	recovery_half: RecoveryHalfTable;
	wave_pace: WavePaceTable;
	survey_code: SurveyCodeTable;
	draft: DraftTable;
	ballot: BallotTable;
	intake_day: IntakeDayTable;
	comment_piece: CommentPieceTable;
	response: ResponseTable;
	guess: GuessTable;
	comment: CommentTable;
	release: ReleaseTable;
	release_version: ReleaseVersionTable;
	release_value: ReleaseValueTable;
	staff: StaffTable;
	staff_role: StaffRoleTable;
	session: SessionTable;
	setting: SettingTable;
}

/** The whole database. */
export type Database = Kysely<Schema>;

/** A function that writes twice asks for this, so that it cannot be called outside a transaction. */
export type Writing = Transaction<Schema>;

/** What the Committee's pages may read, by type: a stray query on anything else does not compile. */
export type CommitteeHandle = Kysely<Pick<Schema, 'release' | 'release_version' | 'release_value'>>;
