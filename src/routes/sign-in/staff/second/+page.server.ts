import { redirect, type RequestEvent } from '@sveltejs/kit';
import { checkSecondFactor, secondStep, type Shown } from '#lib/auth/staff/second-step.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { homeOf, welcomeIn } from '../../../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { factorPage, shownIn } from '../factor.server.ts';
import { refused } from '../refused.server.ts';
import { remember, remembered } from '../../../under-way.server.ts';

/** Whose second step it is, or back to the first. */
function theirStep({ cookies }: Pick<RequestEvent, 'cookies'>, now: Date) {
	return remembered(cookies, secondStep, now) ?? redirect(303, '/sign-in/staff?notice=late');
}

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const step = theirStep({ cookies }, now);
	const { shown, challenge } = await factorPage(url, step.staffId, now);
	remember(cookies, secondStep, { ...step, challenge }, now);
	return { shown, first: step.first, linking: step.link !== null };
};

const showing = (kind: Shown['kind']) => async (event: RequestEvent) => {
	const now = new Date();
	const { staffId, to, first, link, challenge } = theirStep(event, now);
	const shown = await shownIn(event.request, event.url, kind, challenge);
	const checked = await checkSecondFactor(database(), keyring(), staffId, shown, now);
	if (checked.kind !== 'right') return refused(event, checked, now, {});
	const means = first === 'single sign-on' ? first : checked.means;
	const actor = await welcomeIn(event, staffId, means, now, { link });
	if (!actor) redirect(303, '/sign-in/staff');
	if (kind === 'recovery code') redirect(303, '/account?used=recovery-code');
	redirect(303, to ?? homeOf({ actor, youngPerson: null }));
};

export const actions: Actions = {
	code: showing('code'),
	recovery: showing('recovery code'),
	passkey: showing('passkey')
};
