/*
 * Which comments are over their time, by the day they came: nothing finer is known.
 */
import { byIds } from '#lib/retention/over-time.server.ts';

export const oldComments = byIds(
	async (db, before, most) => {
		const rows = await db
			.selectFrom('comment')
			.select('id')
			.where('day', '<', before.slice(0, 10))
			.limit(most)
			.execute();
		return rows.map(({ id }) => id);
	},
	(writing, ids) => writing.deleteFrom('comment').where('id', 'in', ids).execute()
);
