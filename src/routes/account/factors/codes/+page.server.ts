import { renewRecoveryCodes } from '#lib/auth/staff/own/second-factors.server.ts';
import { recoveryCodesLeft } from '#lib/auth/staff/recovery-codes.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { whose } from '../../whose.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	return { left: await recoveryCodesLeft(database(), whose(locals).actor.staffId) };
};

export const actions: Actions = {
	default: async ({ locals }) => {
		return { codes: await renewRecoveryCodes(database(), keyring(), whose(locals).actor, new Date()) };
	}
};
