/*
 * Accounts of staff, elected members and advocacy workers: adding one, finding one. Enrolling and signing in are beside.
 */
import { z } from 'zod';
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { tellLeads } from '../colleagues/giving.server.ts';
import { actsAs, ROLES, tenantOf, type Actor, type Role, type Tenant } from '../actor.ts';
import { drawEntryCode } from '../entry-codes.server.ts';
import { storeEnrolment } from './enrolments.server.ts';

const staffSchema = z.object({
	email: z.email({ error: 'The email address must look like name@council.example.' }).toLowerCase(),
	name: z.string().trim().min(1, { error: 'Give the name of the person.' }).max(120),
	roles: z.array(z.enum(ROLES, { error: `A role is one of: ${ROLES.join(', ')}.` })).min(1, {
		error: 'Give at least one role.'
	})
});

export type StaffAdded =
	| { kind: 'added'; id: string; /** The one-time code to enrol with, told once. */ code: string }
	| { kind: 'not allowed' }
	| { kind: 'wrong'; reasons: string[] }
	| { kind: 'there already' };

/** The one tenant of all these roles, or null: nobody holds a council role and the advocacy service's. */
export function tenantOfAll(roles: readonly Role[]): Tenant | null {
	const tenants = new Set(roles.map(tenantOf));
	const [only] = tenants;
	return tenants.size === 1 && only ? only : null;
}

/**
 * Adds an account with its roles and an enrolment. An administrator adds the council's people but no administrators
 * (role-requests do); the advocacy service's people are added at the command line.
 */
export async function addStaff(
	db: Database,
	actor: Actor,
	given: { email: string; name: string; roles: readonly string[] },
	now: Date
): Promise<StaffAdded> {
	if (!actsAs(actor, 'administrator')) return { kind: 'not allowed' };
	const read = staffSchema.safeParse(given);
	if (!read.success) return { kind: 'wrong', reasons: [...new Set(read.error.issues.map((issue) => issue.message))] };
	const { email, name } = read.data;
	const roles = [...new Set(read.data.roles)];
	const tenant = tenantOfAll(roles);
	if (!tenant)
		return {
			kind: 'wrong',
			reasons: ['Nobody works for the council and for the advocacy service: give roles of one.']
		};
	if (!('commandLine' in actor) && (tenant !== 'council' || roles.includes('administrator')))
		return { kind: 'not allowed' };
	const enrolment = await drawEntryCode();
	const id = randomId();
	return inTransaction(db, async (writing): Promise<StaffAdded> => {
		const stored = await writing
			.insertInto('staff')
			.values({ id, email, name, tenant, password_hash: null, enrolled: 0, disabled: 0 })
			.onConflict((conflict) => conflict.column('email').doNothing())
			.executeTakeFirst();
		if (!stored.numInsertedOrUpdatedRows) return { kind: 'there already' };
		await writing
			.insertInto('staff_role')
			.values(roles.map((role) => ({ staff_id: id, role })))
			.execute();
		await storeEnrolment(writing, id, enrolment, now);
		const detail = { roles: roles.join(', ') };
		await record(writing, actor, { what: 'account added', subject: { kind: 'staff', id }, detail }, now, tenant);
		await tellLeads(writing, id, roles, now);
		return { kind: 'added', id, code: enrolment.printed };
	});
}

/** The id and name of somebody who may sign in, by address; for finding a second person. */
export async function staffByEmail(db: Database, email: string): Promise<{ id: string; name: string } | null> {
	const found = await db
		.selectFrom('staff')
		.select(['id', 'name'])
		.where('email', '=', email.trim().toLowerCase())
		.where('disabled', '=', 0)
		.executeTakeFirst();
	return found ?? null;
}

/** Name and address of somebody whose account is not closed; null for everybody else. */
export async function nameAndAddressOf(db: Database, staffId: string): Promise<{ name: string; email: string } | null> {
	const staff = await db
		.selectFrom('staff')
		.select(['name', 'email'])
		.where('id', '=', staffId)
		.where('disabled', '=', 0)
		.executeTakeFirst();
	return staff ?? null;
}

export interface Colleague {
	id: string;
	name: string;
	email: string;
	roles: Role[];
	enrolled: boolean;
	disabled: boolean;
}

/** Everybody of one tenant, by name; for choosing a colleague and for the administrator's list. */
export async function colleaguesOf(db: Database, tenant: Tenant): Promise<Colleague[]> {
	const people = await db.selectFrom('staff').selectAll().where('tenant', '=', tenant).orderBy('name').execute();
	const roles = await db.selectFrom('staff_role').selectAll().execute();
	return people.map(({ id, name, email, enrolled, disabled }) => ({
		id,
		name,
		email,
		roles: roles.filter(({ staff_id }) => staff_id === id).map(({ role }) => role as Role),
		enrolled: enrolled === 1,
		disabled: disabled === 1
	}));
}
