/*
 * Accounts: second factors, young people's accounts and cards, sessions for both, caseloads, and the record of who did
 * what. See src/lib/database/tables for meanings.
 */
import { sql, type Kysely } from 'kysely';
import { inOrderOfKey } from '../src/lib/database/dialect.server.ts';

const needed = (column: any) => column.notNull();
const flag = (column: any) => column.notNull().defaultTo(0);
const key = (column: any) => column.primaryKey();
const belongs = (to: string) => (column: any) => column.notNull().references(to);

export async function up(db: Kysely<any>): Promise<void> {
	await staffTables(db);
	await youngTables(db);
	await peopleTables(db);
	await auditTables(db);
}

/** A password may be missing now (single sign-on, or not yet enrolled): the table is written anew. */
async function staffTables(db: Kysely<any>): Promise<void> {
	const { schema } = db;
	await schema.dropTable('session').execute();
	await schema.alterTable('staff').renameTo('staff_before').execute();
	await schema.alterTable('staff_role').renameTo('staff_role_before').execute();
	await schema
		.createTable('staff')
		.addColumn('id', 'text', key)
		.addColumn('email', 'text', (c) => c.notNull().unique())
		.addColumn('name', 'text', needed)
		.addColumn('tenant', 'text', needed)
		.addColumn('password_hash', 'text')
		.addColumn('enrolled', 'integer', flag)
		.addColumn('disabled', 'integer', flag)
		.execute();
	await schema
		.createTable('staff_role')
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('role', 'text', needed)
		.addPrimaryKeyConstraint('staff_role_once', ['staff_id', 'role'])
		.execute();
	// Who was there before has no second factor yet: an administrator, or the command line, sends a link to enrol.
	await sql`insert into staff (id, email, name, tenant, password_hash, enrolled, disabled)
		select id, email, name, 'council', null, 0, disabled from staff_before`.execute(db);
	await sql`insert into staff_role (staff_id, role) select staff_id, role from staff_role_before`.execute(db);
	await schema.dropTable('staff_role_before').execute();
	await schema.dropTable('staff_before').execute();
	await schema
		.createTable('session')
		.addColumn('token_hash', 'text', key)
		.addColumn('holder_kind', 'text', needed)
		.addColumn('holder_id', 'text', needed)
		.addColumn('created_at', 'text', needed)
		.addColumn('seen_at', 'text', needed)
		.addColumn('proven_at', 'text', needed)
		.addColumn('expires_at', 'text', needed)
		.addColumn('means', 'text', needed)
		.addColumn('device', 'text', needed)
		.execute();
	await schema.createIndex('session_holder').on('session').columns(['holder_kind', 'holder_id']).execute();
	await schema
		.createTable('enrolment')
		.addColumn('selector', 'text', key)
		.addColumn('verifier_hash', 'text', needed)
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('made_at', 'text', needed)
		.addColumn('expires_at', 'text', needed)
		.execute();
	await schema
		.createTable('code_generator')
		.addColumn('staff_id', 'text', (c) => c.primaryKey().references('staff.id'))
		.addColumn('secret_sealed', 'text', needed)
		.addColumn('last_step', 'integer', needed)
		.execute();
	await schema
		.createTable('recovery_code')
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('code_hash', 'text', needed)
		.addPrimaryKeyConstraint('recovery_code_key', ['staff_id', 'code_hash'])
		.execute();
	await schema
		.createTable('passkey')
		.addColumn('id', 'text', key)
		.addColumn('holder_kind', 'text', needed)
		.addColumn('holder_id', 'text', needed)
		.addColumn('public_key', 'text', needed)
		.addColumn('counter', 'bigint', needed)
		.addColumn('transports', 'text', needed)
		.addColumn('name', 'text', needed)
		.addColumn('added_on', 'text', needed)
		.addColumn('last_used_on', 'text')
		.execute();
	await schema
		.createTable('single_sign_on')
		.addColumn('issuer', 'text', needed)
		.addColumn('subject', 'text', needed)
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addPrimaryKeyConstraint('single_sign_on_key', ['issuer', 'subject'])
		.execute();
	await schema
		.createTable('role_request')
		.addColumn('id', 'text', key)
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('role', 'text', needed)
		.addColumn('asked_by', 'text', belongs('staff.id'))
		.addColumn('asked_at', 'text', needed)
		.execute();
}

async function youngTables(db: Kysely<any>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('young_account')
		.addColumn('id', 'text', key)
		.addColumn('young_person_id', 'text', (c) => c.notNull().unique().references('young_person.id'))
		.addColumn('user_name_hash', 'text', (c) => c.notNull().unique())
		.addColumn('user_name_sealed', 'text', needed)
		.addColumn('pictures_hash', 'text')
		.addColumn('words_hash', 'text')
		.addColumn('made_at', 'text', needed)
		.execute();
	await schema
		.createTable('joining_card')
		.addColumn('selector', 'text', key)
		.addColumn('verifier_hash', 'text', needed)
		.addColumn('young_person_id', 'text', belongs('young_person.id'))
		.addColumn('made_by', 'text', needed)
		.addColumn('made_at', 'text', needed)
		.addColumn('expires_at', 'text', needed)
		.addColumn('state', 'text', needed)
		.execute();
	await schema.createIndex('joining_card_young_person').on('joining_card').column('young_person_id').execute();
	await schema
		.createTable('account_event')
		.addColumn('id', 'text', key)
		.addColumn('young_person_id', 'text', belongs('young_person.id'))
		.addColumn('at', 'text', needed)
		.addColumn('what', 'text', needed)
		.addColumn('by', 'text')
		.addColumn('device', 'text')
		.execute();
	await schema.createIndex('account_event_person').on('account_event').columns(['young_person_id', 'at']).execute();
}

async function peopleTables(db: Kysely<any>): Promise<void> {
	const { schema } = db;
	await schema.alterTable('young_person').addColumn('added_on', 'text').execute();
	await schema.alterTable('recovery_half').addColumn('staff_id', 'text').execute();
	await schema.alterTable('recovery_half').addColumn('part', 'integer').execute();
	await schema
		.createTable('caseload')
		.addColumn('young_person_id', 'text', belongs('young_person.id'))
		.addColumn('role', 'text', needed)
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('since', 'text', needed)
		.addPrimaryKeyConstraint('caseload_key', ['young_person_id', 'role'])
		.execute();
	await schema.createIndex('caseload_staff').on('caseload').column('staff_id').execute();
	await schema
		.createTable('cover')
		.addColumn('id', 'text', key)
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('covered_by', 'text', belongs('staff.id'))
		.addColumn('starts', 'text', needed)
		.addColumn('ends', 'text', needed)
		.execute();
	await schema
		.createTable('import_draft')
		.addColumn('id', 'text', key)
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('made_at', 'text', needed)
		.addColumn('sealed', 'text', needed)
		.execute();
}

/** One row an event, each with the hash of the one before it; the chain's end stands apart and is locked to append. */
async function auditTables(db: Kysely<any>): Promise<void> {
	const { schema } = db;
	await inOrderOfKey(
		db,
		schema
			.createTable('audit_event')
			.addColumn('tenant', 'text', needed)
			.addColumn('place', 'integer', needed)
			.addColumn('at', 'text', needed)
			.addColumn('actor_kind', 'text', needed)
			.addColumn('actor_id', 'text')
			.addColumn('actor_name', 'text', needed)
			.addColumn('what', 'text', needed)
			.addColumn('subject_kind', 'text')
			.addColumn('subject_id', 'text')
			.addColumn('detail', 'text', needed)
			.addColumn('previous', 'text', needed)
			.addColumn('hash', 'text', needed)
			.addPrimaryKeyConstraint('audit_event_key', ['tenant', 'place'])
	).execute();
	await schema.createIndex('audit_event_subject').on('audit_event').columns(['subject_kind', 'subject_id']).execute();
	await schema.createIndex('audit_event_lately').on('audit_event').columns(['tenant', 'at']).execute();
	const latest = ['tenant', 'what', 'subject_kind', 'subject_id', 'at'];
	await schema.createIndex('audit_event_latest').on('audit_event').columns(latest).execute();
	await schema
		.createTable('audit_chain')
		.addColumn('tenant', 'text', key)
		.addColumn('place', 'integer', needed)
		.addColumn('hash', 'text', needed)
		.execute();
	await db
		.insertInto('audit_chain')
		.values(['council', 'advocacy'].map((tenant) => ({ tenant, place: 0, hash: '' })))
		.execute();
}
