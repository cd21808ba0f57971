/*
 * What the server must know of a young person before it sends them anything by itself: whether it may at all, and in which
 * language. No name, no worker, no address.
 */
import type { CommandLine } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Standing } from '../roster.ts';
import { nothingBecause } from './sending.ts';

export interface Reach {
	/** Why nothing at all may be sent; null when something may. */
	nothing: ReturnType<typeof nothingBecause>;
	/** Post to where they live is not safe. */
	addressUnsafe: boolean;
	/** As the council wrote it down, in whatever words. */
	language: string | null;
}

/** Null when there is nobody of that id. The server asks for anybody; a young person for themselves. */
export async function reachOf(
	db: Database,
	actor: CommandLine | { youngPersonId: string },
	youngPersonId: string
): Promise<Reach | null> {
	if ('youngPersonId' in actor && actor.youngPersonId !== youngPersonId) return null;
	const row = await db
		.selectFrom('young_person')
		.select(['standing', 'died', 'with_adopters', 'opted_out', 'short_breaks', 'born', 'address_unsafe', 'language'])
		.where('id', '=', youngPersonId)
		.executeTakeFirst();
	if (!row) return null;
	const addressUnsafe = row.address_unsafe === 1;
	const nothing = nothingBecause({
		standing: row.standing as Standing,
		died: row.died === 1,
		withAdopters: row.with_adopters === 1,
		optedOut: row.opted_out === 1,
		shortBreaks: row.short_breaks === 1,
		born: row.born,
		addressUnsafe
	});
	return { nothing, addressUnsafe, language: row.language };
}
