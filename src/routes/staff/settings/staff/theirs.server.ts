/*
 * Who may be on these pages and whom they may see there; anything else is not found. Every page of staff begins here.
 */
import { error } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { findColleague, mayLookAfterAccounts } from '#lib/auth/colleagues/colleagues.server.ts';
import { findRoleRequest, type RoleRequest } from '#lib/auth/colleagues/role-requests.server.ts';
import type { Colleague } from '#lib/auth/staff/accounts.server.ts';
import { database } from '#lib/database/running.server.ts';

export const nothingHere = (): never => error(404, 'There is nothing here.');

/** The administrator who asks. */
export function theirAdministrator({ actor }: App.Locals): SignedIn {
	return actor && mayLookAfterAccounts(actor) ? actor : nothingHere();
}

/** The colleague of the address, whom the actor may decide about: anybody but themself. */
export async function theirOther(locals: App.Locals, id: string) {
	const actor = theirAdministrator(locals);
	const colleague: Colleague = (await findColleague(database(), actor, id)) ?? nothingHere();
	return colleague.id === actor.staffId ? nothingHere() : { actor, colleague };
}

/** The request of the address. */
export async function theirRequest(locals: App.Locals, id: string) {
	const actor = theirAdministrator(locals);
	const request: RoleRequest = (await findRoleRequest(database(), actor, id)) ?? nothingHere();
	return { actor, request };
}
