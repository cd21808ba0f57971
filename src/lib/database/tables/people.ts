/*
 * The roster: young people, their episodes and reviews. Only the module people/ names these tables.
 */
import type { Generated } from 'kysely';
import type { Flag } from '../flag.ts';

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

export interface PeopleTables {
	young_person: YoungPersonTable;
	episode: EpisodeTable;
	statutory_review: StatutoryReviewTable;
}
