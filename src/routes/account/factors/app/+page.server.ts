import { fail, redirect } from '@sveltejs/kit';
import { nameAndAddressOf } from '#lib/auth/staff/accounts.server.ts';
import { drawGeneratorSecret, stepOf } from '#lib/auth/staff/code-generators.server.ts';
import { addingGenerator } from '#lib/auth/staff/own/adding.server.ts';
import { generatorPicture } from '#lib/auth/staff/own/generator-pictures.server.ts';
import { addFactor, factorsOf, removeFactor } from '#lib/auth/staff/own/second-factors.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { whose } from '../../whose.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { forget, remember, remembered } from '../../../under-way.server.ts';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const [{ actor }, now] = [whose(locals), new Date()];
	const { staffId } = actor;
	const before = remembered(cookies, addingGenerator, now);
	// A wrong code shows the same picture again: the app has it already.
	const secret = before?.staffId === staffId ? before.secret : drawGeneratorSecret();
	remember(cookies, addingGenerator, { staffId, secret }, now);
	const { generator, passkeys } = await factorsOf(database(), staffId);
	const account = await nameAndAddressOf(database(), staffId);
	const picture = await generatorPicture(secret, account?.email ?? actor.name);
	return { generator, mayRemove: passkeys.length > 0, picture };
};

export const actions: Actions = {
	connect: async ({ locals, cookies, request }) => {
		const [{ actor }, now] = [whose(locals), new Date()];
		const form = await request.formData();
		const adding = remembered(cookies, addingGenerator, now);
		if (adding?.staffId !== actor.staffId) return fail(409, { wrong: true });
		const step = stepOf(adding.secret, String(form.get('code') ?? ''), now);
		if (step === null) return fail(422, { wrong: true });
		await addFactor(database(), keyring(), actor, { kind: 'generator', secret: adding.secret, step }, now);
		forget(cookies);
		redirect(303, '/account?done=app');
	},
	remove: async ({ locals }) => {
		const removed = await removeFactor(database(), whose(locals).actor, { kind: 'generator' }, new Date());
		if (removed === 'the last one') return fail(409, { last: true });
		redirect(303, '/account?done=app-removed');
	}
};
