import { error } from '@sveltejs/kit';
import { accountStateOf } from '#lib/auth/young/accounts.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { openYoungPerson } from '#lib/people/person/persons.server.ts';
import type { PageServerLoad } from './$types';
import { seekerOf } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = seekerOf(locals);
	const { db, keyring } = theServer();
	const now = new Date();
	const person = await openYoungPerson(db, keyring, actor, params.person, now);
	if (!person) error(404, 'There is nothing here.');
	const account = await accountStateOf(db, person, now);
	return { person, account, saved: url.searchParams.get('saved') };
};
