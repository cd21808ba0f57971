import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { checkSecondFactor, stepUp, type Shown } from '#lib/auth/staff/second-step.server.ts';
import { database, keyring, theServer } from '#lib/database/running.server.ts';
import { homeOf, pathAfter, proveAgain, sessionOf } from '../../letting-in.server.ts';
import { factorPage, shownIn } from '../staff/factor.server.ts';
import { refused } from '../staff/refused.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { remember, remembered } from '../../under-way.server.ts';

/** Who is signed in here and where they want to go; who is not signs in first. */
async function whoIsHere(cookies: Cookies, url: URL, now: Date) {
	const to = pathAfter(url.searchParams.get('to'));
	const session = await sessionOf(cookies, now);
	if (!session?.actor) redirect(303, `/sign-in/staff${to ? `?to=${to}` : ''}`);
	return { actor: session.actor, home: homeOf(session), to: to ?? homeOf(session) };
}

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const { actor, home, to } = await whoIsHere(cookies, url, now);
	const { shown, challenge } = await factorPage(url, actor.staffId, now);
	remember(cookies, stepUp, { staffId: actor.staffId, challenge }, now);
	const unsaved = url.searchParams.get('unsaved') === '1';
	return { to, home, unsaved, shown, name: actor.name, singleSignOn: theServer().configuration.singleSignOn !== null };
};

const showing = (kind: Shown['kind']) => async (event: RequestEvent) => {
	const [{ cookies, url, request }, now] = [event, new Date()];
	const { actor, to } = await whoIsHere(cookies, url, now);
	const asked = remembered(cookies, stepUp, now);
	const challenge = asked?.staffId === actor.staffId ? asked.challenge : '';
	const shown = await shownIn(request, url, kind, challenge);
	const checked = await checkSecondFactor(database(), keyring(), actor.staffId, shown, now);
	if (checked.kind !== 'right') return refused(event, checked, now, {});
	if (!(await proveAgain(cookies, checked.means, now))) redirect(303, '/sign-in/staff');
	redirect(303, to);
};

export const actions: Actions = { code: showing('code'), passkey: showing('passkey') };
