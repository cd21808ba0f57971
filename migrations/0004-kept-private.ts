/*
 * Rotation of keys, jobs and notices, talking to someone, data requests, backups. See src/lib/database/tables for meanings.
 */
import type { Kysely } from 'kysely';

const needed = (column: any) => column.notNull();
const flag = (column: any) => column.notNull().defaultTo(0);
const key = (column: any) => column.primaryKey();
const belongs = (to: string) => (column: any) => column.notNull().references(to);

export async function up(db: Kysely<any>): Promise<void> {
	await upkeepTables(db);
	await auditTables(db);
	await noticesTables(db);
	await concernsTables(db);
	await dataRightsTables(db);
}

async function upkeepTables({ schema }: Kysely<any>): Promise<void> {
	await schema
		.createTable('key_rotation')
		.addColumn('tenant', 'text', needed)
		.addColumn('version', 'integer', needed)
		.addColumn('began_at', 'text', needed)
		.addColumn('ended_at', 'text')
		.addColumn('destroyed_at', 'text')
		.addPrimaryKeyConstraint('key_rotation_key', ['tenant', 'version'])
		.execute();
	await schema
		.createTable('backup_run')
		.addColumn('id', 'text', key)
		.addColumn('at', 'text', needed)
		.addColumn('state', 'text', needed)
		.addColumn('went_to', 'text', needed)
		.addColumn('bytes', 'integer')
		.addColumn('hash', 'text')
		.execute();
	await schema.createIndex('backup_run_at').on('backup_run').column('at').execute();
	await schema
		.createTable('job')
		.addColumn('name', 'text', key)
		.addColumn('due_at', 'text', needed)
		.addColumn('leased_by', 'text')
		.addColumn('leased_until', 'text')
		.addColumn('attempts', 'integer', flag)
		.addColumn('began_at', 'text')
		.addColumn('ended_at', 'text')
		.addColumn('outcome', 'text')
		.execute();
}

/** Where a chain begins once old events were let go, what its last check found, and why somebody opened what is not in their caseload. */
async function auditTables({ schema }: Kysely<any>): Promise<void> {
	await schema
		.alterTable('audit_chain')
		.addColumn('begins_after', 'integer', (column: any) => column.notNull().defaultTo(0))
		.execute();
	await schema
		.alterTable('audit_chain')
		.addColumn('begins_with', 'text', (column: any) => column.notNull().defaultTo(''))
		.execute();
	await schema.alterTable('audit_event').addColumn('about_person', 'text').execute();
	await schema.createIndex('audit_event_about').on('audit_event').columns(['about_person', 'place']).execute();
	await schema
		.createTable('audit_check')
		.addColumn('tenant', 'text', key)
		.addColumn('at', 'text', needed)
		.addColumn('outcome', 'text', needed)
		.addColumn('events', 'integer', needed)
		.addColumn('through', 'integer', needed)
		.addColumn('faults', 'text', needed)
		.execute();
	await schema
		.createTable('opening')
		.addColumn('id', 'text', key)
		.addColumn('young_person_id', 'text', belongs('young_person.id'))
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('at', 'text', needed)
		.addColumn('until', 'text', needed)
		.addColumn('reason_sealed', 'text', needed)
		.execute();
	await schema.createIndex('opening_person').on('opening').columns(['young_person_id', 'staff_id', 'until']).execute();
}

async function noticesTables({ schema }: Kysely<any>): Promise<void> {
	await schema
		.createTable('notice')
		.addColumn('id', 'text', key)
		.addColumn('once', 'text', (c) => c.notNull().unique())
		.addColumn('recipient_kind', 'text', needed)
		.addColumn('recipient_id', 'text', needed)
		.addColumn('what', 'text', needed)
		.addColumn('made_at', 'text', needed)
		.addColumn('due_at', 'text', needed)
		.addColumn('state', 'text', needed)
		.addColumn('channel', 'text')
		.addColumn('attempts', 'integer', flag)
		.addColumn('leased_by', 'text')
		.addColumn('leased_until', 'text')
		.addColumn('ended_at', 'text')
		.addColumn('because', 'text')
		.execute();
	await schema.createIndex('notice_due').on('notice').columns(['state', 'due_at']).execute();
	await schema.createIndex('notice_recipient').on('notice').columns(['recipient_kind', 'recipient_id']).execute();
	await schema
		.createTable('notice_choice')
		.addColumn('young_person_id', 'text', (c) => c.primaryKey().references('young_person.id'))
		.addColumn('channel', 'text', needed)
		.addColumn('address_sealed', 'text')
		.addColumn('quiet_from', 'integer', needed)
		.addColumn('quiet_to', 'integer', needed)
		.addColumn('changed_at', 'text', needed)
		.execute();
}

async function concernsTables({ schema }: Kysely<any>): Promise<void> {
	await schema
		.createTable('concern')
		.addColumn('id', 'text', key)
		.addColumn('young_person_id', 'text', (c) => c.references('young_person.id'))
		.addColumn('selector', 'text', (c) => c.unique())
		.addColumn('verifier_hash', 'text')
		.addColumn('made_at', 'text', needed)
		.addColumn('wish', 'text', needed)
		.addColumn('topic', 'text', needed)
		.addColumn('about_worker', 'integer', flag)
		.addColumn('worker_id', 'text')
		.addColumn('given_sealed', 'text', needed)
		.addColumn('due_on', 'text', needed)
		.addColumn('answer_by', 'text')
		.addColumn('seen_at', 'text')
		.addColumn('seen_by', 'text')
		.addColumn('answered_at', 'text')
		.addColumn('assigned_to', 'text')
		.addColumn('closed_at', 'text')
		.addColumn('closed_by', 'text')
		.addColumn('closing_sealed', 'text')
		.addColumn('on_file', 'integer', flag)
		.addColumn('on_file_sealed', 'text')
		.execute();
	await schema.createIndex('concern_person').on('concern').column('young_person_id').execute();
	await schema.createIndex('concern_open').on('concern').columns(['closed_at', 'due_on']).execute();
	await schema
		.createTable('concern_message')
		.addColumn('id', 'text', key)
		.addColumn('concern_id', 'text', belongs('concern.id'))
		.addColumn('place', 'integer', needed)
		.addColumn('at', 'text', needed)
		.addColumn('side', 'text', needed)
		.addColumn('staff_id', 'text')
		.addColumn('words_sealed', 'text', needed)
		.addColumn('read_at', 'text')
		.addUniqueConstraint('concern_message_once', ['concern_id', 'place'])
		.execute();
	await schema
		.createTable('concern_escalation')
		.addColumn('concern_id', 'text', belongs('concern.id'))
		.addColumn('due_on', 'text', needed)
		.addColumn('level', 'integer', needed)
		.addColumn('at', 'text', needed)
		.addColumn('to_staff_id', 'text')
		.addColumn('waits_for', 'text', needed)
		.addPrimaryKeyConstraint('concern_escalation_key', ['concern_id', 'due_on', 'level'])
		.execute();
}

async function dataRightsTables({ schema }: Kysely<any>): Promise<void> {
	await schema
		.createTable('data_request')
		.addColumn('id', 'text', key)
		.addColumn('kind', 'text', needed)
		.addColumn('young_person_id', 'text', (c) => c.references('young_person.id'))
		.addColumn('selector', 'text', (c) => c.unique())
		.addColumn('verifier_hash', 'text')
		.addColumn('asked_at', 'text', needed)
		.addColumn('asked_by', 'text', needed)
		.addColumn('due_on', 'text', needed)
		.addColumn('given_sealed', 'text', needed)
		.addColumn('acknowledged_at', 'text')
		.addColumn('answered_at', 'text')
		.addColumn('answered_by', 'text')
		.addColumn('answer_sealed', 'text')
		.addColumn('copy_sealed', 'text')
		.addColumn('read_at', 'text')
		.execute();
	await schema.createIndex('data_request_person').on('data_request').column('young_person_id').execute();
}
