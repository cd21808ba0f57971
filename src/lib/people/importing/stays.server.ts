/*
 * Writing a return's episodes and reviews in chunks: matched to what is stored and never doubled.
 * What the rows mean has been decided before; nothing is decided here.
 */
import type { Selectable } from 'kysely';
import type { EpisodeTable, StatutoryReviewTable, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { chunks, type Told } from '#lib/database/chunks.ts';
import type { EpisodeRow, ReviewRow } from '../return.ts';

function episodeOf(row: EpisodeRow, id: string, youngPerson: string): Selectable<EpisodeTable> {
	return {
		id,
		young_person_id: youngPerson,
		started: row.DECOM,
		ended: row.DEC,
		reason_started: row.RNE,
		legal_status: row.LS,
		need: row.CIN,
		place: row.PLACE,
		provider: row.PLACE_PROVIDER,
		reason_ended: row.REC || null,
		reason_place_changed: row.REASON_PLACE_CHANGE || null,
		home_postcode: row.HOME_POST || null,
		place_postcode: row.PL_POST || null,
		provider_urn: row.URN || null
	};
}

/**
 * Brings the episodes of a return in. An episode is known by its child and its first day. A stored one that the return
 * lacks stays when it belongs to earlier years, and goes when it is open or begins within what the return covers:
 * its first day has been corrected.
 */
export async function writeEpisodes(
	writing: Writing,
	episodes: ReadonlyMap<string, readonly EpisodeRow[]>,
	ids: ReadonlyMap<string, string>,
	asOf: string,
	told: Told
): Promise<void> {
	const stored = new Map<string, { id: string; started: string; ended: string | null }[]>();
	const known = writing.selectFrom('episode').select(['id', 'young_person_id', 'started', 'ended']);
	for (const { young_person_id, ...episode } of await known.execute()) {
		stored.set(young_person_id, [...(stored.get(young_person_id) ?? []), episode]);
	}

	const written: Selectable<EpisodeTable>[] = [];
	const superseded: string[] = [];
	for (const [child, rows] of episodes) {
		const youngPerson = ids.get(child);
		const begun = rows.filter((row) => row.DECOM <= asOf);
		if (!youngPerson || begun.length === 0) continue;
		const before = stored.get(youngPerson) ?? [];
		const first = begun.reduce((day, row) => (row.DECOM < day ? row.DECOM : day), asOf);
		for (const row of begun) {
			const same = before.find((episode) => episode.started === row.DECOM);
			written.push(episodeOf(row, same?.id ?? randomId(), youngPerson));
		}
		for (const { id, started, ended } of before) {
			if (begun.some((row) => row.DECOM === started)) continue;
			if (ended === null || started >= first) superseded.push(id);
		}
	}
	for (const part of chunks(superseded)) await writing.deleteFrom('episode').where('id', 'in', part).execute();
	for (const rows of chunks(written)) {
		await writing
			.insertInto('episode')
			.values(rows)
			.onConflict((conflict) =>
				conflict.column('id').doUpdateSet((from) => ({
					ended: from.ref('excluded.ended'),
					reason_started: from.ref('excluded.reason_started'),
					legal_status: from.ref('excluded.legal_status'),
					need: from.ref('excluded.need'),
					place: from.ref('excluded.place'),
					provider: from.ref('excluded.provider'),
					reason_ended: from.ref('excluded.reason_ended'),
					reason_place_changed: from.ref('excluded.reason_place_changed'),
					home_postcode: from.ref('excluded.home_postcode'),
					place_postcode: from.ref('excluded.place_postcode'),
					provider_urn: from.ref('excluded.provider_urn')
				}))
			)
			.execute();
		told(rows.length);
	}
}

/** Brings the reviews held by the day of the return in; one child has one review a day, and the last row of it counts. */
export async function writeReviews(
	writing: Writing,
	reviews: readonly ReviewRow[],
	ids: ReadonlyMap<string, string>,
	asOf: string,
	told: Told
): Promise<void> {
	const stored = new Map<string, string>();
	const known = writing.selectFrom('statutory_review').select(['id', 'young_person_id', 'held']);
	for (const { id, young_person_id, held } of await known.execute()) stored.set(`${young_person_id} ${held}`, id);

	const written = new Map<string, StatutoryReviewTable>();
	for (const { CHILD, REVIEW: held, REVIEW_CODE: participation_code } of reviews) {
		const young_person_id = ids.get(CHILD);
		if (!young_person_id || held > asOf) continue;
		const key = `${young_person_id} ${held}`;
		const id = written.get(key)?.id ?? stored.get(key) ?? randomId();
		written.set(key, { id, young_person_id, held, participation_code });
	}
	for (const rows of chunks([...written.values()])) {
		await writing
			.insertInto('statutory_review')
			.values(rows)
			.onConflict((conflict) =>
				conflict.column('id').doUpdateSet((from) => ({ participation_code: from.ref('excluded.participation_code') }))
			)
			.execute();
		told(rows.length);
	}
}
