/*
 * What the record holds about one young person: who opened what of theirs, and the reasons that were given. The record
 * itself is never changed: what stays of somebody erased is a number that leads to nobody.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import { sectionOf } from '#lib/data-rights/held.ts';
import { gone, type Keeper } from '#lib/data-rights/keeper.server.ts';
import { openRecord } from '#lib/secrets/records.server.ts';

const MOST = 5000;

export const keptInRecord: Keeper = {
	tables: ['opening'],
	async heldOf(db, keyring, { id }) {
		const events = await db
			.selectFrom('audit_event')
			.select(['at', 'what', 'actor_kind', 'actor_name'])
			.where('tenant', '=', 'council')
			.where((row) =>
				row.or([
					row('about_person', '=', id),
					row.and([row('actor_kind', '=', 'young person'), row('actor_id', '=', id)])
				])
			)
			.orderBy('place')
			.limit(MOST)
			.execute();
		const openings = await db
			.selectFrom('opening')
			.selectAll()
			.where('young_person_id', '=', id)
			.orderBy('at')
			.execute();
		const lines = events.map(({ at, what, actor_kind, actor_name }) => ({
			label: momentInWords(new Date(at)),
			text: `${what}, ${actor_kind === 'young person' ? 'you yourself' : actor_name || actor_kind}`
		}));
		const reasons = openings.map(({ id: opening, at, reason_sealed }) => ({
			id: opening,
			at,
			title: 'Why somebody who does not work with you opened your page',
			lines: [
				{
					label: momentInWords(new Date(at)),
					text: openRecord(
						keyring,
						{ table: 'opening', id: opening, column: 'reason_sealed', owner: id },
						reason_sealed
					)
				}
			],
			byOthers: true as const
		}));
		return sectionOf('opened', [
			{ id: 'record', at: null, title: 'What was written down about your page', lines },
			...reasons
		]);
	},
	refusalsOf: () => Promise.resolve([]),
	// A reason that somebody gave is what they answer for: it stays as long as the young person is in the roster.
	mayGo: () => Promise.resolve([]),
	eraseThing: {},
	async eraseAll(writing, id) {
		return gone(await writing.deleteFrom('opening').where('young_person_id', '=', id).executeTakeFirstOrThrow());
	}
};
