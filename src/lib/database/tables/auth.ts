/*
 * Accounts of staff and young people, their sessions and keys, and limits on guessing. Only the module auth/ names these.
 */
import type { Flag } from '../flag.ts';

export interface GuessTable {
	key: string;
	points: number;
	expires: number | null;
}

export interface StaffTable {
	id: string;
	email: string;
	name: string;
	/** 'council' or 'advocacy': a person is of one of them for good. */
	tenant: string;
	/** Null while not enrolled. */
	password_hash: string | null;
	/** 1 once a first and a second factor are there, or single sign-on was used. */
	enrolled: Flag;
	disabled: Flag;
}

export interface StaffRoleTable {
	staff_id: string;
	role: string;
}

export interface SessionTable {
	/** SHA-256 of the token that the cookie holds. */
	token_hash: string;
	/** 'staff' (holder_id is staff.id) or 'young person' (young_account.id). */
	holder_kind: string;
	holder_id: string;
	created_at: string;
	/** When it was last used, a quarter of a minute coarse. */
	seen_at: string;
	/** When the holder last proved who they are with all factors. */
	proven_at: string;
	expires_at: string;
	/** How they came in, in words: 'pictures', 'passkey', … */
	means: string;
	/** Coarse words such as "Chrome on Android". */
	device: string;
}

/** A one-time code to enrol with: a link given to a member of staff. */
export interface EnrolmentTable {
	selector: string;
	verifier_hash: string;
	staff_id: string;
	made_at: string;
	expires_at: string;
}

/** The shared secret of a member of staff's authenticator app (RFC 6238). */
export interface CodeGeneratorTable {
	staff_id: string;
	secret_sealed: string;
	/** The last 30-second step that was accepted: no code is taken twice. */
	last_step: number;
}

export interface RecoveryCodeTable {
	staff_id: string;
	code_hash: string;
}

export interface PasskeyTable {
	/** The credential's id, base64url. */
	id: string;
	holder_kind: string;
	holder_id: string;
	/** COSE key, base64url. */
	public_key: string;
	counter: number;
	/** JSON list. */
	transports: string;
	name: string;
	added_on: string;
	last_used_on: string | null;
}

/** Who an identity provider's subject is here. */
export interface SingleSignOnTable {
	issuer: string;
	subject: string;
	staff_id: string;
}

/** An administrator asks that somebody become one; another administrator decides. */
export interface RoleRequestTable {
	id: string;
	staff_id: string;
	role: string;
	asked_by: string;
	asked_at: string;
}

export interface YoungAccountTable {
	id: string;
	young_person_id: string;
	/** Keyed hash of the name in its plainest form: found without being readable. */
	user_name_hash: string;
	user_name_sealed: string;
	pictures_hash: string | null;
	words_hash: string | null;
	made_at: string;
}

export interface JoiningCardTable {
	selector: string;
	verifier_hash: string;
	young_person_id: string;
	/** The name of who made it, as the young person may read it. */
	made_by: string;
	made_at: string;
	/** Until when it can be used to join; a card that signs in has no end. */
	expires_at: string;
	/** 'waiting', 'used', 'signs in' or 'stopped'. */
	state: string;
}

/** What happened with a young person's account, for their eyes. */
export interface AccountEventTable {
	id: string;
	young_person_id: string;
	at: string;
	what: string;
	/** The name of the member of staff, where one did it. */
	by: string | null;
	device: string | null;
}

export interface AuthTables {
	guess: GuessTable;
	staff: StaffTable;
	staff_role: StaffRoleTable;
	session: SessionTable;
	enrolment: EnrolmentTable;
	code_generator: CodeGeneratorTable;
	recovery_code: RecoveryCodeTable;
	passkey: PasskeyTable;
	single_sign_on: SingleSignOnTable;
	role_request: RoleRequestTable;
	young_account: YoungAccountTable;
	joining_card: JoiningCardTable;
	account_event: AccountEventTable;
}
