/*
 * Which reasons for opening are over their time. The record itself lets go in letting-go.server.ts, up to an anchor.
 */
import { byIds } from '#lib/retention/over-time.server.ts';

export const oldReasons = byIds(
	async (db, before, most) => {
		const rows = await db.selectFrom('opening').select('id').where('at', '<', before).limit(most).execute();
		return rows.map(({ id }) => id);
	},
	(writing, ids) => writing.deleteFrom('opening').where('id', 'in', ids).execute()
);
