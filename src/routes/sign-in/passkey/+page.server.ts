import { z } from 'zod';
import { passkeyHolder, signInOptions } from '#lib/auth/passkeys/proving.server.ts';
import { underWay } from '#lib/auth/under-way.server.ts';
import { signInWithDevice } from '#lib/auth/young/sign-ins.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, pathAfter } from '../../letting-in.server.ts';
import { notIn, openTheDoor } from '../coming-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { remember, remembered } from '../../under-way.server.ts';

const unlocking = underWay('young person unlocks', z.object({ challenge: z.string() }));

export const load: PageServerLoad = async ({ url, cookies }) => {
	const { options, challenge } = await signInOptions(database(), url.origin, null);
	remember(cookies, unlocking, { challenge }, new Date());
	return { options, to: pathAfter(url.searchParams.get('to')) };
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, request, url } = event;
		const now = new Date();
		const under = remembered(cookies, unlocking, now);
		const answer = String((await request.formData()).get('answer') ?? '');
		const holder = under && (await passkeyHolder(database(), keyring(), url.origin, under.challenge, answer, now));
		const youngPerson = holder && (await signInWithDevice(database(), holder, deviceIn(request), now));
		if (!youngPerson) return notIn(event, { kind: 'no' }, now, 'door:passkey.no');
		return openTheDoor(event, youngPerson, 'passkey', pathAfter(url.searchParams.get('to')), now);
	}
};
