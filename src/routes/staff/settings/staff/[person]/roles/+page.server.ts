import { fail } from '@sveltejs/kit';
import { ROLES, type Role } from '#lib/auth/actor.ts';
import { stateOf } from '#lib/auth/colleagues/colleague.ts';
import { changeRoles } from '#lib/auth/colleagues/roles.server.ts';
import { roleName } from '#lib/auth/colleagues/role.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { nothingHere, theirOther } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { colleague } = await theirOther(locals, params.person);
	const { id, name, roles } = colleague;
	const canBecomeAdministrator = stateOf(colleague) === 'in use' || roles.includes('administrator');
	return { colleague: { id, name, roles, canBecomeAdministrator } };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const now = new Date();
		const { actor, colleague } = await theirOther(locals, params.person);
		const chosen = (await request.formData()).getAll('role').map(String);
		const wanted = ROLES.filter((role) => chosen.includes(role));
		const changed = await changeRoles(database(), actor, colleague.id, wanted, now);
		const no = (problem: string) => fail(409, { problem, chosen });
		const named = (roles: readonly Role[]) => roles.map(roleName).join(', ');
		switch (changed.kind) {
			case 'changed':
				return { given: named(changed.given), taken: named(changed.taken), asked: changed.asked.length > 0 };
			case 'no role':
				return no('Leave at least one role. If they are to do nothing here any more, close the account instead.');
			case 'last administrator':
				return no(`${colleague.name} is the only administrator. Make another one first.`);
			case 'not enrolled':
				return no(`${colleague.name} must have enrolled before they can become an administrator.`);
			case 'asked already':
				return no('That was asked for already, and waits for another administrator.');
			case 'still holds':
				return no(
					`${colleague.name} works with ${changed.count} young people in the role ${roleName(changed.role)}. Hand them over first.`
				);
			case 'not theirs':
				return nothingHere();
		}
	}
};
