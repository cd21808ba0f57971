import { makeEnrolmentAgain } from '#lib/auth/colleagues/access.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { enrolmentLink } from '../../enrolment-links.server.ts';
import { nothingHere, theirOther } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { id, name, roles, disabled, enrolled } = (await theirOther(locals, params.person)).colleague;
	if (disabled || roles.includes('administrator')) nothingHere();
	return { colleague: { id, name, enrolled }, site: url.host };
};

export const actions: Actions = {
	default: async ({ locals, params, url }) => {
		const now = new Date();
		const { actor, colleague } = await theirOther(locals, params.person);
		const made = await makeEnrolmentAgain(database(), actor, colleague.id, now);
		return made.kind === 'made' ? { link: await enrolmentLink(url.origin, made.code) } : nothingHere();
	}
};
