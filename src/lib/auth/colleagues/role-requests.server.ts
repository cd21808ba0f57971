/*
 * An administrator asks that a colleague become one; another, who is neither of the two, decides. What has been decided
 * stands in the record, and the request is gone.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { actsAs, type Actor, type Role, type SignedIn } from '../actor.ts';
import { decidingAbout, isStillAdministrator } from './deciding.server.ts';
import { giveRole } from './giving.server.ts';

export interface RoleRequest {
	id: string;
	staffId: string;
	name: string;
	role: Role;
	askedBy: string;
	askedByName: string;
	/** ISO instant. */
	askedAt: string;
}

/** Writes a request down in the caller's transaction; false when there is one already. */
export async function askForRole(
	writing: Writing,
	actor: SignedIn,
	staffId: string,
	role: Role,
	now: Date
): Promise<boolean> {
	const open = await writing
		.selectFrom('role_request')
		.select('id')
		.where('staff_id', '=', staffId)
		.where('role', '=', role)
		.executeTakeFirst();
	if (open) return false;
	const asked = { asked_by: actor.staffId, asked_at: now.toISOString() };
	await writing
		.insertInto('role_request')
		.values({ id: randomId(), staff_id: staffId, role, ...asked })
		.execute();
	const event = { what: 'role asked for', subject: { kind: 'staff', id: staffId }, detail: { role } } as const;
	await record(writing, actor, event, now);
	return true;
}

const requestsIn = (db: Database) =>
	db
		.selectFrom('role_request')
		.innerJoin('staff', 'staff.id', 'role_request.staff_id')
		.innerJoin('staff as asker', 'asker.id', 'role_request.asked_by')
		.select(['role_request.id', 'staff.id as staffId', 'staff.name as name', 'role'])
		.select(['asker.id as askedBy', 'asker.name as askedByName', 'asked_at as askedAt'])
		.$castTo<RoleRequest>();

/** All that is asked for and not decided, the oldest first; none for who is no administrator. */
export async function openRoleRequests(db: Database, actor: Actor): Promise<RoleRequest[]> {
	if (!actsAs(actor, 'administrator')) return [];
	return requestsIn(db).orderBy('asked_at').execute();
}

/** One request; null when there is none for the actor. */
export async function findRoleRequest(db: Database, actor: Actor, id: string): Promise<RoleRequest | null> {
	return (await openRoleRequests(db, actor)).find((one) => one.id === id) ?? null;
}

/** Whether an actor may agree: neither who asked, nor who gets it. */
export const mayAgree = (actor: SignedIn, { askedBy, staffId }: RoleRequest): boolean =>
	actsAs(actor, 'administrator') && actor.staffId !== askedBy && actor.staffId !== staffId;

export type Agreed =
	| { kind: 'agreed'; request: RoleRequest }
	| { kind: 'not theirs' }
	/** Whoever asked is no administrator any more, or who would get it cannot sign in: the request is worth nothing now. */
	| { kind: 'void'; request: RoleRequest };

/** Agrees to a request: the role is theirs at once. */
export async function agreeToRole(db: Database, actor: SignedIn, id: string, now: Date): Promise<Agreed> {
	return inTransaction(db, async (writing): Promise<Agreed> => {
		const asked = await findRoleRequest(writing, actor, id);
		const theirs = asked && (await decidingAbout(writing, actor, asked.staffId));
		// Held now: the request is read again, so that two who agree at once agree once.
		const request = theirs && (await findRoleRequest(writing, actor, id));
		if (!theirs || !request || !mayAgree(actor, request)) return { kind: 'not theirs' };
		if (!theirs.enrolled || theirs.disabled || !theirs.administrators.acting.includes(request.askedBy))
			return { kind: 'void', request };
		await writing.deleteFrom('role_request').where('id', '=', id).execute();
		if (!theirs.roles.includes(request.role))
			await giveRole(writing, actor, theirs, request.role, now, { askedBy: request.askedBy });
		return { kind: 'agreed', request };
	});
}

/** Refuses a request, or takes one's own back; null when there is none for the actor. */
export async function refuseRole(db: Database, actor: SignedIn, id: string, now: Date): Promise<RoleRequest | null> {
	return inTransaction(db, async (writing) => {
		const request = (await isStillAdministrator(writing, actor)) ? await findRoleRequest(writing, actor, id) : null;
		if (!request) return null;
		const gone = await writing.deleteFrom('role_request').where('id', '=', id).executeTakeFirst();
		if (gone.numDeletedRows === 0n) return null;
		await recordRefused(writing, actor, request, now);
		return request;
	});
}

async function recordRefused(writing: Writing, actor: Actor, { staffId, role, askedBy }: RoleRequest, now: Date) {
	const event = { what: 'role refused', subject: { kind: 'staff', id: staffId }, detail: { role, askedBy } } as const;
	await record(writing, actor, event, now, 'council');
}

async function takeBack(writing: Writing, actor: Actor, requests: readonly RoleRequest[], now: Date): Promise<void> {
	for (const request of requests) {
		await writing.deleteFrom('role_request').where('id', '=', request.id).execute();
		await recordRefused(writing, actor, request, now);
	}
}

/** Takes back everything that was asked for somebody, because they can no longer hold it. */
export async function withdrawRequestsFor(writing: Writing, actor: Actor, staffId: string, now: Date): Promise<void> {
	await takeBack(writing, actor, await requestsIn(writing).where('staff.id', '=', staffId).execute(), now);
}

/** How many open requests somebody asked. */
export async function requestsAskedBy(db: Database, staffId: string): Promise<number> {
	const rows = await db.selectFrom('role_request').select('id').where('asked_by', '=', staffId).execute();
	return rows.length;
}

/** Makes a colleague the asker of somebody's open requests; one about the colleague themself is taken back. */
export async function handOverRequests(
	writing: Writing,
	actor: Actor,
	{ from, to }: { from: string; to: string },
	now: Date
): Promise<number> {
	const own = await requestsIn(writing).where('asked_by', '=', from).where('staff.id', '=', to).execute();
	await takeBack(writing, actor, own, now);
	const handed = await writing
		.updateTable('role_request')
		.set({ asked_by: to })
		.where('asked_by', '=', from)
		.executeTakeFirst();
	return Number(handed.numUpdatedRows);
}
