/*
 * The roster: young people, their episodes and reviews, and who works with them. Only the module people/ names these tables.
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
	/** The day of the last return that named them; '' while added by hand only. */
	imported_as_of: string;
	/** The day somebody added them, or said how they stand, by hand: a return of an earlier day does not overrule it. */
	added_on: string | null;
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

/** Who works with a young person: one IRO and one social worker at most. */
export interface CaseloadTable {
	young_person_id: string;
	/** 'IRO' or 'social worker'. */
	role: string;
	staff_id: string;
	since: string;
}

/** While somebody is away, a colleague sees their caseload: both days included. */
export interface CoverTable {
	id: string;
	staff_id: string;
	covered_by: string;
	starts: string;
	ends: string;
}

/** Files that were given for an import and wait for a yes; sealed, and gone within the hour. */
export interface ImportDraftTable {
	id: string;
	staff_id: string;
	made_at: string;
	sealed: string;
}

export interface PeopleTables {
	young_person: YoungPersonTable;
	episode: EpisodeTable;
	statutory_review: StatutoryReviewTable;
	caseload: CaseloadTable;
	cover: CoverTable;
	import_draft: ImportDraftTable;
}
