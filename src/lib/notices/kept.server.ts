/*
 * What notices hold about one young person: how they want to be told, and what was sent. For their copy, and for erasing.
 */
import { dayInWords, dayOf, momentInWords } from '#lib/calendar/day.ts';
import { linesOf, sectionOf } from '#lib/data-rights/held.ts';
import { gone, type Keeper } from '#lib/data-rights/keeper.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { openRecord } from '#lib/secrets/records.server.ts';

const noticesTo = (db: Database, id: string) =>
	db.selectFrom('notice').where('recipient_kind', '=', 'young person').where('recipient_id', '=', id);

/** Erases how a young person wants to be told, and what they were told; with `until` nothing that is newer. */
async function erase(writing: Writing, id: string, until: string | null): Promise<number> {
	let notices = writing
		.deleteFrom('notice')
		.where('recipient_kind', '=', 'young person')
		.where('recipient_id', '=', id);
	let choice = writing.deleteFrom('notice_choice').where('young_person_id', '=', id);
	if (until !== null) {
		notices = notices.where('made_at', '<=', until);
		choice = choice.where('changed_at', '<=', until);
	}
	return gone(await notices.executeTakeFirstOrThrow()) + gone(await choice.executeTakeFirstOrThrow());
}

export const keptInNotices: Keeper = {
	tables: ['notice', 'notice_choice'],
	async heldOf(db, keyring, { id }) {
		const choice = await db
			.selectFrom('notice_choice')
			.selectAll()
			.where('young_person_id', '=', id)
			.executeTakeFirst();
		const place = { table: 'notice_choice', id, column: 'address_sealed', owner: id };
		const sent = await noticesTo(db, id).selectAll().orderBy('made_at').execute();
		const chosen = choice
			? linesOf({
					'How you want to be told': choice.channel,
					Where: choice.address_sealed && openRecord(keyring, place, choice.address_sealed),
					'Quiet hours': `From ${choice.quiet_from} o’clock to ${choice.quiet_to} o’clock`,
					'You chose this on': dayInWords(dayOf(new Date(choice.changed_at)))
				})
			: [];
		const lines = sent.map(({ made_at, what, state, channel }) => ({
			label: momentInWords(new Date(made_at)),
			text: [what, channel, state].filter(Boolean).join(', ')
		}));
		return sectionOf('notices', [
			// An e-mail address or a telephone number that they gave to nobody but Earshot.
			{ id: 'choice', at: choice?.changed_at ?? null, title: 'How you want to be told', lines: chosen, ownEyes: true },
			{ id: 'sent', at: null, title: 'What we told you that something is here for you', lines }
		]);
	},
	refusalsOf: () => Promise.resolve([]),
	async mayGo(db, id) {
		const choice = await db
			.selectFrom('notice_choice')
			.select('channel')
			.where('young_person_id', '=', id)
			.executeTakeFirst();
		const sent = await noticesTo(db, id).select('id').limit(1).executeTakeFirst();
		return choice || sent ? [{ table: 'notice_choice', id }] : [];
	},
	eraseThing: { notice_choice: erase },
	eraseAll: (writing, id) => erase(writing, id, null)
};
