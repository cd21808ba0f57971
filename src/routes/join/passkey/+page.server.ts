import { fail } from '@sveltejs/kit';
import { checkNewPasskey, registrationOptions } from '#lib/auth/passkeys/making.server.ts';
import { translator } from '#lib/i18n/translate.ts';
import { database } from '#lib/database/running.server.ts';
import { endJoining, namedJoining, rememberJoining } from '../joining.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const so = namedJoining(cookies, now);
	const holder = { kind: 'young person', id: so.accountId } as const;
	// Whoever holds a new card learns neither the name nor the old locks of the account that it opens.
	const userName = so.again ? translator()('join:passkey.unnamed') : so.userName;
	const names = { userName, displayName: userName };
	const { options, challenge } = await registrationOptions(database(), url.origin, holder, names);
	rememberJoining(cookies, { ...so, challenge }, now);
	return { options: so.again ? { ...options, excludeCredentials: [] } : options, again: so.again };
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const so = namedJoining(event.cookies, now);
		const answer = String((await event.request.formData()).get('answer') ?? '');
		const passkey = so.challenge && (await checkNewPasskey(event.url.origin, so.challenge, answer));
		if (!passkey) return fail(400, { problem: 'join:passkey.problem' });
		return endJoining(event, so, { way: 'passkey', passkey }, now);
	}
};
