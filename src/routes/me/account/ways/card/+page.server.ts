import { redirect } from '@sveltejs/kit';
import { addCard } from '#lib/auth/young/ways/way-changes.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { notIn } from '../../../../sign-in/coming-in.server.ts';
import { hereIn, signedIn } from '../../../signed-in.server.ts';
import type { Actions } from './$types';

const MOST_LETTERS = 100;

export const actions: Actions = {
	default: async (event) => {
		const { youngPerson } = signedIn(event.locals);
		const now = new Date();
		const typed = String((await event.request.formData()).get('code') ?? '').slice(0, MOST_LETTERS);
		const added = await addCard(database(), keyring(), youngPerson, typed, hereIn(event), now);
		if (added.kind === 'added') redirect(303, '/me/account/ways?done');
		return notIn(event, added, now, 'account:ways.addCardNo');
	}
};
