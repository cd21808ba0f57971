import { fail, redirect } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { readChoice } from '#lib/notices/choice.ts';
import { choiceOf, chooseNotices, stopNotices, tryNotices } from '#lib/notices/choices.server.ts';
import { ownNotices } from '#lib/notices/own-notices.server.ts';
import { textsOf } from '../../../staff/form.ts';
import { deviceIn } from '../../../letting-in.server.ts';
import { signedIn } from '../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['saved', 'savedNone', 'tried', 'triedEnough', 'triedNone'] as const;
const TRIED = { 'on its way': 'tried', 'enough for today': 'triedEnough', none: 'triedNone' } as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, keyring, configuration } = theServer();
	const own = await ownNotices(db, keyring, signedIn(locals).youngPerson, configuration);
	return { ...own, said: SAID.find((said) => url.searchParams.get('said') === said) ?? null };
};

const saying = (said: (typeof SAID)[number]) => redirect(303, `/me/account/notices?said=${said}`);

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const { db, keyring, configuration } = theServer();
		const { youngPerson } = signedIn(locals);
		const given = textsOf(await request.formData());
		const { ways } = await ownNotices(db, keyring, youngPerson, configuration);
		const kept = await choiceOf(db, keyring, youngPerson, youngPerson.youngPersonId);
		const read = readChoice(given, ways, kept);
		if (read.kind === 'wrong') return fail(422, { fault: read.fault, given });
		await chooseNotices(db, keyring, youngPerson, read.choice, deviceIn(request), new Date());
		saying(read.choice.way === 'none' ? 'savedNone' : 'saved');
	},
	stop: async ({ locals, request }) => {
		const { db, keyring } = theServer();
		await stopNotices(db, keyring, signedIn(locals).youngPerson, deviceIn(request), new Date());
		saying('savedNone');
	},
	try: async ({ locals }) => {
		const { db, keyring } = theServer();
		saying(TRIED[await tryNotices(db, keyring, signedIn(locals).youngPerson, new Date())]);
	}
};
