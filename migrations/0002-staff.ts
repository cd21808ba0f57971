/*
 * Staff, their sessions and the settings. See src/lib/database/schema.ts for meanings.
 */
import type { Kysely } from 'kysely';

const needed = (column: any) => column.notNull();
const belongs = (to: string) => (column: any) => column.notNull().references(to);

export async function up({ schema }: Kysely<any>): Promise<void> {
	await schema
		.createTable('staff')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('email', 'text', (c) => c.notNull().unique())
		.addColumn('name', 'text', needed)
		.addColumn('password_hash', 'text', needed)
		.addColumn('disabled', 'integer', (column: any) => column.notNull().defaultTo(0))
		.execute();
	await schema
		.createTable('staff_role')
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('role', 'text', needed)
		.addPrimaryKeyConstraint('staff_role_key', ['staff_id', 'role'])
		.execute();
	await schema
		.createTable('session')
		.addColumn('token_hash', 'text', (c) => c.primaryKey())
		.addColumn('staff_id', 'text', belongs('staff.id'))
		.addColumn('created_at', 'text', needed)
		.addColumn('expires_at', 'text', needed)
		.execute();
	await schema
		.createTable('setting')
		.addColumn('key', 'text', (c) => c.primaryKey())
		.addColumn('value', 'text', needed)
		.execute();
}
