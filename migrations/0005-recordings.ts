/*
 * A council's own recordings of the words in the survey. See src/lib/database/tables for meanings.
 */
import type { Kysely } from 'kysely';

const needed = (column: any) => column.notNull();

export async function up({ schema }: Kysely<any>): Promise<void> {
	await schema
		.createTable('recording')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('text_hash', 'text', needed)
		.addColumn('language', 'text', needed)
		.addColumn('words', 'text', needed)
		.addColumn('type', 'text', needed)
		.addColumn('bytes', 'integer', needed)
		.addColumn('sound', 'text', needed)
		.addColumn('added_at', 'text', needed)
		.addColumn('added_by', 'text', needed)
		.addUniqueConstraint('recording_once', ['text_hash', 'language'])
		.execute();
}
