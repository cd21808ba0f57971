/*
 * Which messages are over their time: closed long ago, and not on the child's record. Which time that is, is retention/.
 */
import { byIds } from '#lib/retention/over-time.server.ts';
import { eraseConcerns } from './kept.server.ts';

export const oldConcerns = byIds(async (db, before, most) => {
	const rows = await db
		.selectFrom('concern')
		.select('id')
		.where('on_file', '=', 0)
		.where('closed_at', '<', before)
		.limit(most)
		.execute();
	return rows.map(({ id }) => id);
}, eraseConcerns);
