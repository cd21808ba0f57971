/*
 * What of young people's accounts is over its time: what happened long ago, and cards that open nothing any more. Which
 * time that is, is retention/.
 */
import { byIds } from '#lib/retention/over-time.server.ts';

export const oldAccountEvents = byIds(
	async (db, before, most) => {
		const rows = await db.selectFrom('account_event').select('id').where('at', '<', before).limit(most).execute();
		return rows.map(({ id }) => id);
	},
	(writing, ids) => writing.deleteFrom('account_event').where('id', 'in', ids).execute()
);

export const oldCards = byIds(
	async (db, before, most) => {
		const rows = await db
			.selectFrom('joining_card')
			.select('selector')
			.where('made_at', '<', before)
			.where('expires_at', '<', before)
			.where('state', '<>', 'signs in')
			.limit(most)
			.execute();
		return rows.map(({ selector }) => selector);
	},
	(writing, selectors) => writing.deleteFrom('joining_card').where('selector', 'in', selectors).execute()
);
