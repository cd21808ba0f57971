/*
 * What the roster holds about one young person: for their copy, and for erasing. Who may ask for either is data-rights/.
 */
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayInWords } from '#lib/calendar/day.ts';
import { linesOf, recordKeptUntil, sectionOf, type HeldSection, type Subject } from '#lib/data-rights/held.ts';
import { gone, type Keeper } from '#lib/data-rights/keeper.server.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import { openDetails } from './details.server.ts';
import { participationWords } from './person/review-code.ts';
import { REASONS_ENDED, stayInWords } from './stay.ts';

const OF_THEIRS = ['episode', 'statutory_review', 'caseload'] as const;
const yes = (flag: number) => (flag === 1 ? 'Yes' : null);

/** Whom a copy or an erasing is about; null when there is nobody of this id. */
export async function subjectOf(db: Database, id: string): Promise<Subject | null> {
	const row = await db
		.selectFrom('young_person')
		.select(['born', 'standing', 'died', 'imported_as_of'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	const death = await db
		.selectFrom('episode')
		.select('ended')
		.where('young_person_id', '=', id)
		.where('reason_ended', '=', 'E2')
		.executeTakeFirst();
	const died = row.died === 1 ? (death?.ended ?? null) : null;
	return {
		id,
		lookedAfter: row.standing !== 'left' && row.died === 0,
		byHandOnly: row.imported_as_of === '',
		recordUntil: recordKeptUntil(row.born, died)
	};
}

/** The id of the young person with this CHILD number; null when there is none. For data-rights/, which asks who may. */
export async function childKnown(db: Database, child: string): Promise<string | null> {
	const row = await db.selectFrom('young_person').select('id').where('child', '=', child.trim()).executeTakeFirst();
	return row?.id ?? null;
}

/**
 * Those who have left before an ISO day: the last that a return or a stay names them, or somebody said so by hand. Who died
 * counts as left.
 */
export async function leftBefore(db: Database, day: string): Promise<string[]> {
	const rows = await db
		.selectFrom('young_person')
		.leftJoin('episode', 'episode.young_person_id', 'young_person.id')
		.select((row) => [
			'young_person.id',
			'imported_as_of',
			'added_on',
			row.fn.max('episode.ended').as('ended'),
			row.fn.max('episode.started').as('started')
		])
		.where((row) => row.or([row('standing', '=', 'left'), row('died', '=', 1)]))
		.groupBy(['young_person.id', 'imported_as_of', 'added_on'])
		.execute();
	return rows.flatMap(({ id, imported_as_of, added_on, ended, started }) => {
		const last = [imported_as_of, added_on ?? '', ended ?? '', started ?? ''].sort().at(-1) ?? '';
		return last !== '' && last < day ? [id] : [];
	});
}

/** How they like to be called; null where nobody wrote it down, or there is nobody of this id. */
export async function preferredNameOf(db: Database, keyring: Keyring, id: string): Promise<string | null> {
	const row = await db.selectFrom('young_person').select('details_sealed').where('id', '=', id).executeTakeFirst();
	return openDetails(keyring, id, row?.details_sealed ?? null).preferredName;
}

/** The preferred names of everybody else in the roster, without whose they are: for finding them in somebody's copy. */
export async function otherNames(db: Database, keyring: Keyring, but: string): Promise<string[]> {
	const opening = forManyRecords(keyring);
	const rows = await db
		.selectFrom('young_person')
		.select(['id', 'details_sealed'])
		.where('id', '<>', but)
		.where('details_sealed', 'is not', null)
		.execute();
	return [
		...new Set(rows.flatMap(({ id, details_sealed }) => openDetails(opening, id, details_sealed).preferredName ?? []))
	];
}

async function roster(db: Database, keyring: Keyring, id: string): Promise<HeldSection[]> {
	const row = await db.selectFrom('young_person').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) return [];
	const { preferredName, school, communicationNeeds, disability, mayBeTold } = openDetails(
		keyring,
		id,
		row.details_sealed
	);
	const facts = linesOf({
		'Your number at the council (CHILD)': row.child,
		Born: dayInWords(row.born),
		'Sex, as in the yearly return': row.sex,
		'Ethnic group, as in the yearly return': row.ethnic_group,
		'How you stand': row.standing,
		'Short breaks only': yes(row.short_breaks),
		'Came to England without your parents': yes(row.unaccompanied),
		'Has died': yes(row.died),
		'Lives with the people who will adopt you': yes(row.with_adopters),
		Language: row.language,
		'Needs an interpreter': yes(row.interpreter),
		Team: row.team,
		'District where you live': row.district,
		'You want an account': yes(row.account_wanted),
		'You asked that nothing be sent': yes(row.opted_out),
		'Nothing may be sent to your address': yes(row.address_unsafe),
		'Last named in the return of': row.imported_as_of && dayInWords(row.imported_as_of),
		'Added or changed by hand on': row.added_on && dayInWords(row.added_on)
	});
	const written = linesOf({
		'Name you like': preferredName,
		'School or setting': school,
		'How you communicate': communicationNeeds,
		Disability: disability,
		'Who may be told what': mayBeTold
	});
	return sectionOf('roster', [
		{ id: 'facts', at: null, title: 'Facts about you', lines: facts },
		{ id: 'written', at: null, title: 'What was written down about you', lines: written, byOthers: true }
	]);
}

async function stays(db: Database, id: string): Promise<HeldSection[]> {
	const of = { episodes: db.selectFrom('episode'), reviews: db.selectFrom('statutory_review') };
	const episodes = await of.episodes
		.selectAll()
		.where('young_person_id', '=', id)
		.orderBy('started')
		.orderBy('id')
		.execute();
	const reviews = await of.reviews.selectAll().where('young_person_id', '=', id).orderBy('held').execute();
	return sectionOf('stays', [
		...episodes.map((episode) => ({
			id: episode.id,
			at: episode.started,
			title: 'A time in care, as in the yearly return',
			lines: linesOf({
				From: dayInWords(episode.started),
				Until: episode.ended && dayInWords(episode.ended),
				...stayInWords(episode),
				'Where your family lived': episode.home_postcode,
				'Where you lived': episode.place_postcode,
				'Number of the home or agency (URN)': episode.provider_urn,
				'Why it ended': episode.reason_ended && (REASONS_ENDED[episode.reason_ended] ?? `Code ${episode.reason_ended}`)
			})
		})),
		{
			id: 'reviews',
			at: null,
			title: 'Your reviews, as in the yearly return',
			lines: reviews.map(({ held, participation_code }) => ({
				label: dayInWords(held),
				text: participationWords(participation_code)
			}))
		}
	]);
}

async function workers(db: Database, id: string): Promise<HeldSection[]> {
	const rows = await db.selectFrom('caseload').selectAll().where('young_person_id', '=', id).execute();
	const named = await db
		.selectFrom('young_person')
		.select(['iro', 'social_worker'])
		.where('id', '=', id)
		.executeTakeFirst();
	const names = new Map((await colleaguesOf(db, 'council')).map((colleague) => [colleague.id, colleague.name]));
	const lines = rows.map(({ role, staff_id, since }) => ({
		label: role === 'IRO' ? 'The person who runs your reviews (IRO)' : 'Your social worker',
		text: `${names.get(staff_id) ?? 'Somebody who has left'}, since ${dayInWords(since)}`
	}));
	const inFiles = linesOf({
		'IRO, as named in a file': named?.iro,
		'Social worker, as named in a file': named?.social_worker
	});
	return sectionOf('workers', [
		{ id: 'workers', at: null, title: 'Who works with you', lines: [...lines, ...inFiles], byOthers: true }
	]);
}

export const keptInRoster: Keeper = {
	tables: ['young_person', ...OF_THEIRS],
	heldOf: async (db, keyring, { id }) => [
		...(await roster(db, keyring, id)),
		...(await stays(db, id)),
		...(await workers(db, id))
	],
	refusalsOf: (_db, { lookedAfter }) =>
		Promise.resolve(lookedAfter ? [{ key: 'roster', reason: 'looked after', count: 1, until: null }] : []),
	async hold(writing, id) {
		await exclusiveLock(writing.selectFrom('young_person').select('id').where('id', '=', id), writing).execute();
	},
	mayGo: () => Promise.resolve([]),
	eraseThing: {},
	async eraseAll(writing, id) {
		let count = 0;
		for (const table of OF_THEIRS)
			count += gone(await writing.deleteFrom(table).where('young_person_id', '=', id).executeTakeFirstOrThrow());
		return count + gone(await writing.deleteFrom('young_person').where('id', '=', id).executeTakeFirstOrThrow());
	}
};
