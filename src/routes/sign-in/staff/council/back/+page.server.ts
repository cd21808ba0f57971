import { redirect } from '@sveltejs/kit';
import { askedProvider } from '#lib/auth/single-sign-on/provider.server.ts';
import { comeBack } from '#lib/auth/single-sign-on/signing-in.server.ts';
import { secondStep } from '#lib/auth/staff/second-step.server.ts';
import { database } from '#lib/database/running.server.ts';
import { homeOf, proveAgain, sessionOf, welcomeIn } from '../../../../letting-in.server.ts';
import type { PageServerLoad } from './$types';
import { councilProvider } from '../provider.server.ts';
import { forget, remember, remembered } from '../../../../under-way.server.ts';

const MEANS = 'single sign-on';

export const load: PageServerLoad = async (event) => {
	const { url, cookies } = event;
	const [settings, now] = [councilProvider(), new Date()];
	const asked = remembered(cookies, askedProvider, now);
	forget(cookies);
	if (!asked) return { problem: 'too late' as const, to: null, again: false };
	const { to, again } = asked;
	const signedInAs = (await sessionOf(cookies, now))?.actor?.staffId ?? null;
	const came = await comeBack(database(), settings, { cameBackTo: url, asked, signedInAs });
	switch (came.kind) {
		case 'whole': {
			const actor = await welcomeIn(event, came.staffId, MEANS, now, { provenAt: came.provenAt });
			if (!actor) return { problem: 'nobody' as const, to, again };
			return redirect(303, to ?? homeOf({ actor, youngPerson: null }));
		}
		case 'second step': {
			remember(cookies, secondStep, { staffId: came.staffId, to, first: MEANS, link: came.link }, now);
			return redirect(303, '/sign-in/staff/second');
		}
		case 'proven again':
			if (!(await proveAgain(cookies, MEANS, now))) redirect(303, '/sign-in/staff');
			return redirect(303, to ?? '/account');
		case 'prove here':
			return redirect(303, `/sign-in/again${to ? `?to=${to}` : ''}`);
		default:
			return { problem: came.kind, to, again };
	}
};
