/*
 * Which requests about one's own data, and which copies that were given, are over their time.
 */
import { byIds } from '#lib/retention/over-time.server.ts';

export const oldRequests = byIds(
	async (db, before, most) => {
		const rows = await db
			.selectFrom('data_request')
			.select('id')
			.where('answered_at', '<', before)
			.limit(most)
			.execute();
		return rows.map(({ id }) => id);
	},
	(writing, ids) => writing.deleteFrom('data_request').where('id', 'in', ids).execute()
);

export const oldCopies = byIds(
	async (db, before, most) => {
		const rows = await db
			.selectFrom('data_request')
			.select('id')
			.where('answered_at', '<', before)
			.where('copy_sealed', 'is not', null)
			.limit(most)
			.execute();
		return rows.map(({ id }) => id);
	},
	(writing, ids) => writing.updateTable('data_request').set({ copy_sealed: null }).where('id', 'in', ids).execute()
);
