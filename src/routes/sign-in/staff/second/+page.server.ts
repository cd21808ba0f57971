import { redirect, type RequestEvent } from '@sveltejs/kit';
import { checkSecondFactor, secondStep, welcome, type Shown } from '#lib/auth/staff/second-step.server.ts';
import { UNDER_WAY_COOKIE } from '#lib/auth/under-way.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, homeOf, letIn } from '../../../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { factorPage, remember, shownIn } from '../factor.server.ts';
import { refused } from '../refused.server.ts';

function remembered({ cookies }: Pick<RequestEvent, 'cookies'>, now: Date) {
	return secondStep.read(keyring(), cookies.get(UNDER_WAY_COOKIE), now) ?? redirect(303, '/sign-in/staff?notice=late');
}

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const step = remembered({ cookies }, now);
	const { shown, challenge } = await factorPage(url, step.staffId, now);
	remember(cookies, secondStep.seal(keyring(), { ...step, challenge }, now));
	return { shown, first: step.first, linking: step.link !== null };
};

const showing = (kind: Shown['kind']) => async (event: RequestEvent) => {
	const now = new Date();
	const { staffId, to, first, link, challenge } = remembered(event, now);
	const shown = await shownIn(event.request, event.url, kind, challenge);
	const checked = await checkSecondFactor(database(), keyring(), staffId, shown, now);
	if (checked.kind !== 'right') return refused(event, checked, now, {});
	const means = first === 'single sign-on' ? first : checked.means;
	const actor = await welcome(database(), staffId, { means, device: deviceIn(event.request) }, now, link);
	if (!actor) redirect(303, '/sign-in/staff');
	await letIn(event, { kind: 'staff', id: staffId }, means, now);
	if (kind === 'recovery code') redirect(303, '/account?used=recovery-code');
	redirect(303, to ?? homeOf({ actor, youngPerson: null }));
};

export const actions: Actions = {
	code: showing('code'),
	recovery: showing('recovery code'),
	passkey: showing('passkey')
};
