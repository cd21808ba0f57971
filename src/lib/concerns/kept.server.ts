/*
 * What talking to someone holds about one young person: their messages and the answers. For their copy, and for erasing:
 * what is on the child's record at the council stays as long as the law says, what is open until it is closed.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import { linesOf, sectionOf, type HeldEntry } from '#lib/data-rights/held.ts';
import { gone, type Keeper } from '#lib/data-rights/keeper.server.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import type { ConcernTable, Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Selectable } from 'kysely';
import { readClosings, readOnFile } from './closing.ts';
import type { Given } from './concern.ts';
import { openConcernText } from './sealing.server.ts';

const moment = (at: string | null) => at && momentInWords(new Date(at));

async function entryOf(
	db: Database,
	keyring: Keyring,
	owner: string,
	row: Selectable<ConcernTable>
): Promise<HeldEntry> {
	const messages = await db
		.selectFrom('concern_message')
		.selectAll()
		.where('concern_id', '=', row.id)
		.orderBy('place')
		.execute();
	const given = JSON.parse(openConcernText(keyring, 'given_sealed', row.id, owner, row.given_sealed)) as Given;
	const facts = linesOf({
		'You wanted to talk to': row.wish,
		About: row.topic,
		Name: given.name,
		'How to answer you': given.reply,
		Where: given.address,
		'When it is safe': given.safeWhen,
		Seen: moment(row.seen_at),
		Closed: moment(row.closed_at),
		'On your record at the council': row.on_file === 1 ? 'Yes' : null
	});
	const words = messages.map(({ id, at, side, words_sealed }) => ({
		label: `${side === 'staff' ? 'We wrote' : 'You wrote'} on ${moment(at) ?? ''}`,
		text: openConcernText(keyring, 'words_sealed', id, owner, words_sealed)
	}));
	const opened = (column: 'closing_sealed' | 'on_file_sealed') => {
		const sealed = row[column];
		return sealed === null ? null : openConcernText(keyring, column, row.id, owner, sealed);
	};
	const closings = readClosings(opened('closing_sealed')).flatMap(({ forThem, forRecord, at }) =>
		linesOf({ [`What was done, ${moment(at) ?? ''}`]: forThem, [`For the record, ${moment(at) ?? ''}`]: forRecord })
	);
	const onFile = readOnFile(opened('on_file_sealed')).map(({ on, why, at }) => ({
		label: `${on ? 'Put on' : 'Taken off'} your record at the council, ${moment(at) ?? ''}`,
		text: why
	}));
	const lines = [...facts, ...words, ...closings, ...onFile];
	return { id: row.id, at: row.made_at, title: 'A message to somebody', lines, byOthers: true };
}

/** Erases concerns with their messages. */
export async function eraseConcerns(writing: Writing, ids: readonly string[]): Promise<number> {
	if (ids.length === 0) return 0;
	let count = 0;
	for (const table of ['concern_message', 'concern_escalation'] as const)
		count += gone(
			await writing
				.deleteFrom(table)
				.where('concern_id', 'in', [...ids])
				.executeTakeFirstOrThrow()
		);
	return (
		count +
		gone(
			await writing
				.deleteFrom('concern')
				.where('id', 'in', [...ids])
				.executeTakeFirstOrThrow()
		)
	);
}

/** The concern, unless it was sent or written into after that instant: then it is not what was erased. */
async function asOf(writing: Writing, id: string, until: string | null): Promise<string[]> {
	if (until === null) return [id];
	const row = await writing
		.selectFrom('concern')
		.select('id')
		.where('id', '=', id)
		.where('made_at', '<=', until)
		.executeTakeFirst();
	const newer = await writing
		.selectFrom('concern_message')
		.select('id')
		.where('concern_id', '=', id)
		.where('at', '>', until)
		.limit(1)
		.executeTakeFirst();
	return row && !newer ? [id] : [];
}

/** The concerns of a young person that may be erased: closed, and not on the record of the council. */
export async function erasableConcerns(db: Database, youngPersonId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('concern')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.where('on_file', '=', 0)
		.where('closed_at', 'is not', null)
		.execute();
	return rows.map(({ id }) => id);
}

export const keptInConcerns: Keeper = {
	tables: ['concern', 'concern_message', 'concern_escalation'],
	async heldOf(db, keyring, { id }) {
		const rows = await db
			.selectFrom('concern')
			.selectAll()
			.where('young_person_id', '=', id)
			.orderBy('made_at')
			.execute();
		const entries: HeldEntry[] = [];
		for (const row of rows) entries.push(await entryOf(db, keyring, id, row));
		return sectionOf('messages', entries);
	},
	async refusalsOf(db, { id, recordUntil }, today) {
		const rows = await db
			.selectFrom('concern')
			.select(['on_file', 'closed_at'])
			.where('young_person_id', '=', id)
			.execute();
		const onFile = today < recordUntil ? rows.filter((row) => row.on_file === 1).length : 0;
		const open = rows.filter((row) => row.on_file === 0 && row.closed_at === null).length;
		return [
			...(onFile > 0 ? [{ key: 'messages', reason: 'on file', count: onFile, until: recordUntil } as const] : []),
			...(open > 0 ? [{ key: 'messages', reason: 'open', count: open, until: null } as const] : [])
		];
	},
	async holdsBack(db) {
		const rows = await db
			.selectFrom('concern')
			.select('young_person_id')
			.distinct()
			.where((row) => row.or([row('on_file', '=', 1), row('closed_at', 'is', null)]))
			.execute();
		return rows.flatMap(({ young_person_id }) => young_person_id ?? []);
	},
	mayGo: async (db, id) => (await erasableConcerns(db, id)).map((concern) => ({ table: 'concern', id: concern })),
	async hold(writing, id) {
		const theirs = writing.selectFrom('concern').select('id').where('young_person_id', '=', id).orderBy('id');
		await exclusiveLock(theirs, writing).execute();
	},
	eraseThing: { concern: async (writing, id, until) => eraseConcerns(writing, await asOf(writing, id, until)) },
	async eraseAll(writing, id) {
		const all = await writing.selectFrom('concern').select('id').where('young_person_id', '=', id).execute();
		return eraseConcerns(
			writing,
			all.map((row) => row.id)
		);
	}
};
