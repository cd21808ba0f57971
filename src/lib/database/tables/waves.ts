/*
 * Waves: who is asked and how it goes; never who answered. Only the module waves/ names these tables.
 */
import type { Generated } from 'kysely';
import type { Flag } from '../flag.ts';

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
	/** Ballots that a damaged box could not give; 0 but for a rare misfortune. */
	left_out: Generated<number>;
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
	/** The name, as it was at opening. */
	holder: string;
	destroyed: Flag;
	/** The holder's account; null where the command line was given a name only. */
	staff_id: string | null;
	/** Which of the two halves, 1 or 2, where the holder has an account. */
	part: number | null;
}

export interface WavePaceTable {
	wave_id: string;
	version: string;
	day: string;
	/** 'on track' or 'quieter than expected'. */
	pace: string;
}

export interface WavesTables {
	wave: WaveTable;
	wave_version: WaveVersionTable;
	invitation: InvitationTable;
	recovery_half: RecoveryHalfTable;
	wave_pace: WavePaceTable;
}
