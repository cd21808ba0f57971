import { theServer } from '#lib/database/running.server.ts';
import { mayHandOver } from '#lib/people/caseload.ts';
import { mayKeepRoster, seesEveryone } from '#lib/people/keepers.ts';
import { listPeople, searchPeople, seesAccounts } from '#lib/people/list/lists.server.ts';
import { addressOf, readFilter } from '#lib/people/list/listing.ts';
import { maySetCover } from '#lib/people/workers/cover.ts';
import { unmatchedWorkers } from '#lib/people/workers/unmatched.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { seekerOf } from './theirs.server.ts';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const actor = seekerOf(locals);
	const may = {
		keep: mayKeepRoster(actor),
		seeAll: seesEveryone(actor),
		seeAccounts: seesAccounts(actor),
		handOver: mayHandOver(actor, actor.staffId),
		cover: maySetCover(actor, actor.staffId)
	};
	// A search answers by itself: the list beneath it is not read.
	if (request.method === 'POST') return { may, list: null };
	const { db, keyring } = theServer();
	const filter = readFilter(url.searchParams);
	const list = await listPeople(db, keyring, actor, filter, new Date());
	const unmatched = (await unmatchedWorkers(db, actor)).length;
	const { page, pages } = list;
	return {
		may,
		unmatched,
		filter,
		list,
		erased: url.searchParams.has('erased'),
		before: page > 1 ? addressOf(filter, page - 1) : null,
		after: page < pages ? addressOf(filter, page + 1) : null
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const actor = seekerOf(locals);
		const words = String((await request.formData()).get('words') ?? '').slice(0, 200);
		const { db, keyring } = theServer();
		return { words, found: await searchPeople(db, keyring, actor, words, new Date()) };
	}
};
