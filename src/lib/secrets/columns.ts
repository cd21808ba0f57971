/*
 * Every sealed column of the database: one list, for changing keys, for looking whether all of it opens, and for the test
 * that no other column holds a name or anybody's words. Sealing itself is in records.server.ts.
 */
import type { Tenant } from '#lib/auth/actor.ts';

export interface SealedColumn {
	table: string;
	/** Names the row in the additional data. */
	id: string;
	column: string;
	/** The column that names the young person whose key seals it too; where it is null or not named, none does. */
	owner?: string;
	/** Where another table knows whose it is: `owner` stands there, in the row that this column names. */
	through?: { table: string; by: string };
	tenant: Tenant;
}

const council = (table: string, column: string, owner?: string, id = 'id'): SealedColumn => ({
	table,
	id,
	column,
	tenant: 'council',
	...(owner ? { owner } : {})
});

export const SEALED_COLUMNS: readonly SealedColumn[] = [
	council('young_person', 'details_sealed', 'id'),
	council('young_account', 'user_name_sealed', 'young_person_id'),
	council('code_generator', 'secret_sealed', undefined, 'staff_id'),
	council('import_draft', 'sealed'),
	council('comment', 'sealed'),
	council('opening', 'reason_sealed', 'young_person_id'),
	council('notice_choice', 'address_sealed', 'young_person_id', 'young_person_id'),
	council('concern', 'given_sealed', 'young_person_id'),
	council('concern', 'closing_sealed', 'young_person_id'),
	council('concern', 'on_file_sealed', 'young_person_id'),
	{
		...council('concern_message', 'words_sealed', 'young_person_id'),
		through: { table: 'concern', by: 'concern_id' }
	},
	council('data_request', 'given_sealed', 'young_person_id'),
	council('data_request', 'answer_sealed', 'young_person_id'),
	council('data_request', 'copy_sealed', 'young_person_id')
];
