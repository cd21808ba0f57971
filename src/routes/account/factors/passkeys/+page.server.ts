import { fail, redirect } from '@sveltejs/kit';
import { checkNewPasskey, registrationOptions } from '#lib/auth/passkeys/making.server.ts';
import { addingPasskey } from '#lib/auth/staff/own/adding.server.ts';
import { addFactor, factorsOf, passkeyName, removeFactor } from '#lib/auth/staff/own/second-factors.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { whose } from '../../whose.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { forget, remember, remembered } from '../../../under-way.server.ts';

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	const { staffId, name } = whose(locals).actor;
	const holder = { kind: 'staff', id: staffId } as const;
	const names = { userName: name, displayName: name };
	const { options, challenge } = await registrationOptions(database(), url.origin, holder, names);
	remember(cookies, addingPasskey, { staffId, challenge }, new Date());
	const { generator, passkeys } = await factorsOf(database(), staffId);
	return { passkeys, options, mayRemove: generator || passkeys.length > 1 };
};

export const actions: Actions = {
	add: async ({ locals, cookies, request, url }) => {
		const [{ actor }, now] = [whose(locals), new Date()];
		const form = await request.formData();
		const adding = remembered(cookies, addingPasskey, now);
		const challenge = adding?.staffId === actor.staffId ? adding.challenge : '';
		const passkey = await checkNewPasskey(url.origin, challenge, String(form.get('answer') ?? ''));
		if (!passkey) return fail(422, { problem: 'That passkey could not be checked, so nothing was kept. Try again.' });
		const name = passkeyName(String(form.get('name') ?? ''));
		await addFactor(database(), keyring(), actor, { kind: 'passkey', passkey, name }, now);
		forget(cookies);
		redirect(303, '/account?done=passkey');
	},
	remove: async ({ locals, request }) => {
		const form = await request.formData();
		const which = { kind: 'passkey', id: String(form.get('id') ?? '') } as const;
		const removed = await removeFactor(database(), whose(locals).actor, which, new Date());
		if (removed === 'the last one')
			return fail(409, { problem: 'It is your only second lock, so it stays. Add another, or an app, first.' });
		redirect(303, '/account?done=passkey-removed');
	}
};
