import { fail, redirect } from '@sveltejs/kit';
import { ownAccount, signOutDevice, signOutOthers } from '#lib/auth/staff/own/account.server.ts';
import { happeningInWords, isAlarming } from '#lib/auth/staff/own/happening.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { halvesHeldBy } from '#lib/waves/recovery.server.ts';
import { homeOf } from '../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { whose } from './whose.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor, session } = whose(locals);
	const { devices, happened, ...account } = await ownAccount(database(), actor, session.id, new Date());
	return {
		...account,
		roles: actor.roles,
		home: homeOf(session),
		usedRecoveryCode: url.searchParams.get('used') === 'recovery-code',
		done: url.searchParams.get('done'),
		holdsHalves: (await halvesHeldBy(database(), keyring(), actor)).length > 0,
		devices: devices.map(({ began, seen, ...device }) => {
			return { ...device, began: momentInWords(began), seen: momentInWords(seen) };
		}),
		happened: happened.map((one) => {
			return { at: momentInWords(new Date(one.at)), words: happeningInWords(one), alarming: isAlarming(one) };
		})
	};
};

export const actions: Actions = {
	signOut: async ({ locals, request }) => {
		const { actor } = whose(locals);
		const form = await request.formData();
		const gone = await signOutDevice(database(), actor, String(form.get('device') ?? ''), new Date());
		if (!gone) return fail(409, { problem: 'That device was signed out already.' });
		redirect(303, '/account?done=device');
	},
	signOutOthers: async ({ locals }) => {
		const { actor, session } = whose(locals);
		await signOutOthers(database(), actor, session.id, new Date());
		redirect(303, '/account?done=devices');
	}
};
