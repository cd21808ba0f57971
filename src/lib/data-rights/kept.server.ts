/*
 * What requests about one's own data hold about one young person themselves: what they asked and were answered.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import type { Writing } from '#lib/database/schema.ts';
import { linesOf, sectionOf } from './held.ts';
import { gone, type Keeper } from './keeper.server.ts';
import { givenOf } from './request.ts';
import { openRequestText } from './sealing.server.ts';

const moment = (at: string | null) => at && momentInWords(new Date(at));

async function erase(writing: Writing, id: string, until: string | null): Promise<number> {
	const one = writing.deleteFrom('data_request').where('id', '=', id);
	return gone(await (until === null ? one : one.where('asked_at', '<=', until)).executeTakeFirstOrThrow());
}

export const keptInRequests: Keeper = {
	tables: ['data_request'],
	async heldOf(db, keyring, { id }) {
		const rows = await db
			.selectFrom('data_request')
			.selectAll()
			.where('young_person_id', '=', id)
			.orderBy('asked_at')
			.execute();
		const entries = rows.map((row) => {
			const given = givenOf(openRequestText(keyring, 'given_sealed', row.id, id, row.given_sealed));
			const lines = linesOf({
				'You asked': moment(row.asked_at),
				'In your words': given.words,
				'How to answer you': given.reply,
				'We said that we have it': moment(row.acknowledged_at),
				'We answered': moment(row.answered_at),
				'Our answer': row.answer_sealed && openRequestText(keyring, 'answer_sealed', row.id, id, row.answer_sealed)
			});
			return { id: row.id, at: row.asked_at, title: `You asked: ${row.kind}`, lines, byOthers: true as const };
		});
		return sectionOf('requests', entries);
	},
	async refusalsOf(db, { id }) {
		const rows = await db
			.selectFrom('data_request')
			.select('id')
			.where('young_person_id', '=', id)
			.where('kind', '<>', 'erasure')
			.where('answered_at', 'is', null)
			.execute();
		return rows.length > 0 ? [{ key: 'requests', reason: 'asked', count: rows.length, until: null }] : [];
	},
	async holdsBack(db) {
		const rows = await db
			.selectFrom('data_request')
			.select('young_person_id')
			.distinct()
			.where('answered_at', 'is', null)
			.execute();
		return rows.flatMap(({ young_person_id }) => young_person_id ?? []);
	},
	async mayGo(db, id) {
		const rows = await db
			.selectFrom('data_request')
			.select('id')
			.where('young_person_id', '=', id)
			.where('answered_at', 'is not', null)
			.execute();
		return rows.map((row) => ({ table: 'data_request', id: row.id }));
	},
	eraseThing: { data_request: erase },
	async eraseAll(writing, id) {
		return gone(await writing.deleteFrom('data_request').where('young_person_id', '=', id).executeTakeFirstOrThrow());
	}
};
