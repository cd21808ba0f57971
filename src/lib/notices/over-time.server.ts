/*
 * Which notices are over their time: gone out, or not to go out any more. One that waits stays.
 */
import { byIds } from '#lib/retention/over-time.server.ts';

export const oldNotices = byIds(
	async (db, before, most) => {
		const rows = await db
			.selectFrom('notice')
			.select('id')
			.where('ended_at', '<', before)
			.where('state', 'in', ['sent', 'not sent', 'dead'])
			.limit(most)
			.execute();
		return rows.map(({ id }) => id);
	},
	(writing, ids) => writing.deleteFrom('notice').where('id', 'in', ids).execute()
);
