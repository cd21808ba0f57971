/*
 * The first tables: people, waves, sealed ballots, comments, releases. See src/lib/database/schema.ts for meanings.
 */
import type { Kysely } from 'kysely';
import { inOrderOfKey } from '../src/lib/database/dialect.server.ts';

const flag = (column: any) => column.notNull().defaultTo(0);
const needed = (column: any) => column.notNull();

export async function up(db: Kysely<any>): Promise<void> {
	const { schema } = db;
	const belongs = (to: string) => (column: any) => column.notNull().references(to);

	await schema
		.createTable('young_person')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('child', 'text', (c) => c.notNull().unique())
		.addColumn('sex', 'text', needed)
		.addColumn('born', 'text', needed)
		.addColumn('ethnic_group', 'text', needed)
		.addColumn('standing', 'text', needed)
		.addColumn('short_breaks', 'integer', flag)
		.addColumn('unaccompanied', 'integer', flag)
		.addColumn('died', 'integer', flag)
		.addColumn('with_adopters', 'integer', flag)
		.addColumn('imported_as_of', 'text', needed)
		.addColumn('language', 'text')
		.addColumn('interpreter', 'integer', flag)
		.addColumn('iro', 'text')
		.addColumn('social_worker', 'text')
		.addColumn('team', 'text')
		.addColumn('district', 'text')
		.addColumn('account_wanted', 'integer', flag)
		.addColumn('opted_out', 'integer', flag)
		.addColumn('address_unsafe', 'integer', flag)
		.addColumn('details_sealed', 'text')
		.execute();
	await schema
		.createTable('episode')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('young_person_id', 'text', belongs('young_person.id'))
		.addColumn('started', 'text', needed)
		.addColumn('ended', 'text')
		.addColumn('reason_started', 'text', needed)
		.addColumn('legal_status', 'text', needed)
		.addColumn('need', 'text', needed)
		.addColumn('place', 'text', needed)
		.addColumn('provider', 'text', needed)
		.addColumn('reason_ended', 'text')
		.addColumn('reason_place_changed', 'text')
		.addColumn('home_postcode', 'text')
		.addColumn('place_postcode', 'text')
		.addColumn('provider_urn', 'text')
		.execute();
	await schema.createIndex('episode_young_person').on('episode').column('young_person_id').execute();
	await schema
		.createTable('statutory_review')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('young_person_id', 'text', belongs('young_person.id'))
		.addColumn('held', 'text', needed)
		.addColumn('participation_code', 'text', needed)
		.execute();
	await schema.createIndex('review_young_person').on('statutory_review').column('young_person_id').execute();

	await schema
		.createTable('wave')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('name', 'text', (c) => c.notNull().unique())
		.addColumn('opens', 'text', needed)
		.addColumn('closes', 'text', needed)
		.addColumn('status', 'text', needed)
		.addColumn('public_key', 'text')
		.addColumn('test_seal', 'text')
		.addColumn('created_on', 'text', needed)
		.addColumn('left_out', 'integer', flag)
		.execute();
	await schema
		.createTable('wave_version')
		.addColumn('wave_id', 'text', belongs('wave.id'))
		.addColumn('version', 'text', needed)
		.addColumn('edition', 'text', needed)
		.addColumn('eligible', 'integer', needed)
		.addPrimaryKeyConstraint('wave_version_key', ['wave_id', 'version'])
		.execute();
	await inOrderOfKey(
		db,
		schema
			.createTable('invitation')
			.addColumn('wave_id', 'text', belongs('wave.id'))
			.addColumn('young_person_id', 'text', belongs('young_person.id'))
			.addColumn('version', 'text', needed)
			.addColumn('issued', 'integer', flag)
			.addPrimaryKeyConstraint('invitation_key', ['wave_id', 'young_person_id'])
	).execute();
	await schema
		.createTable('recovery_half')
		.addColumn('wave_id', 'text', belongs('wave.id'))
		.addColumn('holder', 'text', needed)
		.addColumn('destroyed', 'integer', flag)
		.addPrimaryKeyConstraint('recovery_half_key', ['wave_id', 'holder'])
		.execute();
	await schema
		.createTable('wave_pace')
		.addColumn('wave_id', 'text', belongs('wave.id'))
		.addColumn('version', 'text', needed)
		.addColumn('day', 'text', needed)
		.addColumn('pace', 'text', needed)
		.addPrimaryKeyConstraint('wave_pace_key', ['wave_id', 'version', 'day'])
		.execute();

	await sealedTables(db);
	await publishedTables(db);
}

/** What the survey leaves behind: every table here is keyed at random and none knows a time finer than a day. */
async function sealedTables(db: Kysely<any>): Promise<void> {
	const schema = db.schema;
	await inOrderOfKey(
		db,
		schema
			.createTable('survey_code')
			.addColumn('selector', 'text', (c) => c.primaryKey().notNull())
			.addColumn('wave_id', 'text', needed)
			.addColumn('version', 'text', needed)
			.addColumn('verifier_hash', 'text', needed)
			.addColumn('spent_by', 'text')
	).execute();
	// In the order of beginning, which ties nothing: what is readable later was shuffled, and an in-place change is one page.
	await schema
		.createTable('draft')
		.addColumn('id', 'text', needed)
		.addColumn('part', 'text', needed)
		.addColumn('wave_id', 'text', needed)
		.addColumn('nonce', 'text', needed)
		.addColumn('sealed', 'text', needed)
		.addPrimaryKeyConstraint('draft_key', ['id', 'part'])
		.execute();
	for (const [table, column] of [
		['ballot', 'wave_id'],
		['comment_piece', 'day']
	] as const) {
		await inOrderOfKey(
			db,
			schema
				.createTable(table)
				.addColumn('id', 'text', (c) => c.primaryKey().notNull())
				.addColumn(column, 'text', needed)
				.addColumn('sealed', 'text', needed)
		).execute();
	}
	await schema
		.createTable('intake_day')
		.addColumn('day', 'text', (c) => c.primaryKey())
		.addColumn('public_key', 'text', needed)
		.execute();
	await inOrderOfKey(
		db,
		schema
			.createTable('response')
			.addColumn('id', 'text', (c) => c.primaryKey().notNull())
			.addColumn('wave_id', 'text', needed)
			.addColumn('version', 'text', needed)
			.addColumn('answers', 'text', needed)
	).execute();
	await schema.createIndex('response_wave').on('response').columns(['wave_id', 'version']).execute();
	await schema
		.createTable('guess')
		.addColumn('key', 'text', (c) => c.primaryKey())
		.addColumn('points', 'integer', needed)
		.addColumn('expires', 'bigint')
		.execute();
	await inOrderOfKey(
		db,
		schema
			.createTable('comment')
			.addColumn('id', 'text', (c) => c.primaryKey().notNull())
			.addColumn('wave_id', 'text', needed)
			.addColumn('version', 'text', needed)
			.addColumn('question', 'text', needed)
			.addColumn('day', 'text', needed)
			.addColumn('language', 'text', needed)
			.addColumn('may_quote', 'integer', flag)
			.addColumn('sealed', 'text', needed)
			.addColumn('receipt', 'text', needed)
	).execute();
}

/** The frozen release: the only tables that the Committee's pages read. */
async function publishedTables(db: Kysely<any>): Promise<void> {
	const schema = db.schema;
	await schema
		.createTable('release')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('wave_id', 'text', needed)
		.addColumn('wave_name', 'text', needed)
		.addColumn('kind', 'text', needed)
		.addColumn('made_on', 'text', needed)
		.addColumn('made_by', 'text', needed)
		.addColumn('certificate', 'text', needed)
		.addUniqueConstraint('release_once', ['wave_id', 'kind'])
		.execute();
	await schema
		.createTable('release_version')
		.addColumn('release_id', 'text', (c) => c.notNull().references('release.id'))
		.addColumn('version', 'text', needed)
		.addColumn('edition', 'text', needed)
		.addColumn('eligible', 'integer', needed)
		.addColumn('answered', 'integer', needed)
		.addPrimaryKeyConstraint('release_version_key', ['release_id', 'version'])
		.execute();
	await schema
		.createTable('release_value')
		.addColumn('release_id', 'text', (c) => c.notNull().references('release.id'))
		.addColumn('version', 'text', needed)
		.addColumn('question', 'text', needed)
		.addColumn('indicator', 'text')
		.addColumn('option', 'text', needed)
		.addColumn('place', 'integer', needed)
		.addColumn('status', 'text', needed)
		.addColumn('percent', 'integer')
		.addColumn('band', 'text')
		.addColumn('base', 'integer')
		.addPrimaryKeyConstraint('release_value_key', ['release_id', 'version', 'question', 'option'])
		.execute();
}
