/*
 * Reading the roster: who may be invited, under which names cards are printed, and how many there are.
 * Only for whoever keeps the roster; anyone else finds nobody, as if the roster were empty.
 */
import { ageOn } from '#lib/calendar/day.ts';
import type { Selectable } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { chunks } from '#lib/database/chunks.ts';
import type { Database, YoungPersonTable } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { openDetails } from './details.server.ts';
import { mayKeepRoster } from './keepers.ts';
import { mayBeInvited, versionFor, type Standing } from './roster.ts';

/** Someone who may be invited, and the survey that fits them on the day asked for. */
export interface Eligible {
	youngPersonId: string;
	version: Version;
	/** Completed years on that day. */
	age: number;
}

/** What stands on a card and in the mail house's list. */
export interface NameForCard {
	/** CHILD of the statutory return. */
	child: string;
	preferredName: string | null;
	addressUnsafe: boolean;
	language: string | null;
	team: string | null;
}

const columns = ['id', 'born', 'standing', 'died', 'with_adopters', 'opted_out', 'short_breaks'] as const;

function versionOn(person: Pick<Selectable<YoungPersonTable>, (typeof columns)[number]>, day: string): Version | null {
	const standing = person.standing as Standing;
	const invited = mayBeInvited({
		standing,
		died: person.died === 1,
		withAdopters: person.with_adopters === 1,
		optedOut: person.opted_out === 1,
		shortBreaks: person.short_breaks === 1
	});
	return invited ? versionFor(ageOn(person.born, day), standing) : null;
}

/**
 * Everyone who may be invited on an ISO day, with the version by their age on that day; standing is that of the last
 * import. Nobody for an actor who does not keep the roster.
 */
export async function eligibleOn(db: Database, actor: Actor, day: string): Promise<Eligible[]> {
	if (!mayKeepRoster(actor)) return [];
	const people = await db.selectFrom('young_person').select(columns).orderBy('id').execute();
	return people.flatMap((person) => {
		const version = versionOn(person, day);
		return version ? [{ youngPersonId: person.id, version, age: ageOn(person.born, day) }] : [];
	});
}

/**
 * Names and postal facts for cards, by id; ids that are not in the roster are missing from the answer.
 * An empty map for an actor who does not keep the roster.
 */
export async function namesFor(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	ids: readonly string[]
): Promise<Map<string, NameForCard>> {
	const names = new Map<string, NameForCard>();
	if (!mayKeepRoster(actor)) return names;
	const opening = forManyRecords(keyring);
	for (const part of chunks(ids)) {
		const people = await db
			.selectFrom('young_person')
			.select(['id', 'child', 'details_sealed', 'address_unsafe', 'language', 'team'])
			.where('id', 'in', part)
			.execute();
		for (const { id, child, details_sealed, address_unsafe, language, team } of people) {
			const { preferredName } = openDetails(opening, id, details_sealed);
			names.set(id, { child, preferredName, addressUnsafe: address_unsafe === 1, language, team });
		}
	}
	return names;
}

/** How many there are by standing, and how many may be invited by version on a day. */
export interface RosterCounts {
	standing: Record<Standing, number>;
	versions: Record<Version, number>;
	/** In care or care leaver, but not to be invited, or of an age without a survey. */
	notInvited: number;
}

/** Counts the roster as of an ISO day; zeros for an actor who does not keep it. */
export async function countRoster(db: Database, actor: Actor, day: string): Promise<RosterCounts> {
	const counts: RosterCounts = {
		standing: { 'in care': 0, 'care leaver': 0, left: 0 },
		versions: { '4-7': 0, '8-10': 0, '11-17': 0, '16-25': 0 },
		notInvited: 0
	};
	if (!mayKeepRoster(actor)) return counts;
	for (const person of await db.selectFrom('young_person').select(columns).execute()) {
		counts.standing[person.standing as Standing] += 1;
		const version = versionOn(person, day);
		if (version) counts.versions[version] += 1;
		else if (person.standing !== 'left') counts.notInvited += 1;
	}
	return counts;
}

/** The id of the young person with this CHILD number, or null; for whoever keeps the roster. */
export async function findYoungPerson(db: Database, actor: Actor, child: string): Promise<string | null> {
	if (!mayKeepRoster(actor)) return null;
	const row = await db.selectFrom('young_person').select('id').where('child', '=', child.trim()).executeTakeFirst();
	return row?.id ?? null;
}
