import { redirect } from '@sveltejs/kit';
import { askedProvider } from '#lib/auth/single-sign-on/provider.server.ts';
import { comeBack } from '#lib/auth/single-sign-on/signing-in.server.ts';
import { secondStep, welcome } from '#lib/auth/staff/second-step.server.ts';
import { UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS } from '#lib/auth/under-way.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, homeOf, letIn, proveAgain, sessionOf } from '../../../../letting-in.server.ts';
import type { PageServerLoad } from './$types';
import { councilProvider } from '../provider.server.ts';

const MEANS = 'single sign-on';

export const load: PageServerLoad = async (event) => {
	const { url, cookies, request } = event;
	const [settings, now] = [councilProvider(), new Date()];
	const asked = askedProvider.read(keyring(), cookies.get(UNDER_WAY_COOKIE), now);
	cookies.delete(UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS);
	if (!asked) return { problem: 'too late' as const, to: null, again: false };
	const { to, again } = asked;
	const signedInAs = (await sessionOf(cookies, now))?.actor?.staffId ?? null;
	const came = await comeBack(database(), settings, { cameBackTo: url, asked, signedInAs });
	switch (came.kind) {
		case 'whole': {
			const actor = await welcome(database(), came.staffId, { means: MEANS, device: deviceIn(request) }, now);
			if (!actor) return { problem: 'nobody' as const, to, again };
			await letIn(event, { kind: 'staff', id: came.staffId }, MEANS, now, came.provenAt);
			return redirect(303, to ?? homeOf({ actor, youngPerson: null }));
		}
		case 'second step': {
			const remembered = { staffId: came.staffId, to, first: MEANS, link: came.link } as const;
			cookies.set(UNDER_WAY_COOKIE, secondStep.seal(keyring(), remembered, now), UNDER_WAY_OPTIONS);
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
