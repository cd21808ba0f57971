import { error } from '@sveltejs/kit';
import { accountStateOf } from '#lib/auth/young/accounts.server.ts';
import { concernsOf } from '#lib/concerns/board/board.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { seesEveryone } from '#lib/people/keepers.ts';
import { openYoungPerson } from '#lib/people/person/persons.server.ts';
import type { PageServerLoad } from './$types';
import { askWhy, seekerOf } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = seekerOf(locals);
	const { db, keyring } = theServer();
	const now = new Date();
	const opened = await openYoungPerson(db, keyring, actor, params.person, now);
	if (opened.kind === 'needs reason') askWhy(params.person);
	if (opened.kind === 'not theirs') error(404, 'There is nothing here.');
	const person = opened.page;
	const account = await accountStateOf(db, person, now);
	const mayErase = seesEveryone(actor) && (person.standing === 'left' || person.importedAsOf === '');
	const messages = await concernsOf(db, actor, params.person, now);
	return { person, account, mayErase, messages, saved: url.searchParams.get('saved') };
};
