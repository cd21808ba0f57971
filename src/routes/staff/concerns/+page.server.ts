import { boardOf, SHOWN } from '#lib/concerns/board/board.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import type { PageServerLoad } from './$types';
import { actorIn, nothingHere } from './theirs.server.ts';

export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => {
	const { db, keyring } = theServer();
	const shown = SHOWN.find((one) => one === searchParams.get('show')) ?? 'open';
	const page = Math.trunc(Number(searchParams.get('page'))) || 1;
	const board = await boardOf(db, keyring, actorIn(locals), new Date(), { shown, page });
	return { shown, board: board ?? nothingHere() };
};
