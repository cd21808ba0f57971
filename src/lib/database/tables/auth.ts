/*
 * Staff, sessions, and limits on guessing. Only the module auth/ names these tables.
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

export interface AuthTables {
	guess: GuessTable;
	staff: StaffTable;
	staff_role: StaffRoleTable;
	session: SessionTable;
}
