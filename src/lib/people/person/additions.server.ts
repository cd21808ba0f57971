/*
 * Adding a young person by hand, before any return names them. What a form may give is decided in correction.ts.
 */
import { keepOpening } from '#lib/audit/openings.server.ts';
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { mayKeepRoster } from '../keepers.ts';
import { correctableBy, FIELD_WORDS, readCorrection, type Correctable, type Field } from './correction.ts';
import type { Why } from './reason.ts';
import { colleagueFaults, writeCorrectable } from './records.server.ts';

export type Added =
	| { kind: 'added'; id: string }
	| { kind: 'there already'; id: string }
	| { kind: 'wrong'; reasons: string[] }
	| { kind: 'not allowed' };

/** Adds somebody whom no return has named yet; an earlier return does not mark them as left. */
export async function addYoungPerson(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	child: string,
	given: Readonly<Record<string, unknown>>,
	now: Date
): Promise<Added> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	const today = dayOf(now);
	const number = child.trim();
	const read = readCorrection(given, correctableBy(actor, []), today);
	const reasons = read.kind === 'wrong' ? read.reasons : [];
	if (number === '' || number.length > 40)
		reasons.unshift('Give the CHILD number of the case system, 40 characters at most.');
	if (read.kind === 'wrong' || reasons.length > 0) return { kind: 'wrong', reasons };
	return inTransaction(db, async (writing): Promise<Added> => {
		const there = await writing.selectFrom('young_person').select('id').where('child', '=', number).executeTakeFirst();
		if (there) return { kind: 'there already', id: there.id };
		const faults = await colleagueFaults(writing, read.given, null);
		if (faults.length > 0) return { kind: 'wrong', reasons: faults };
		const id = randomId();
		const after = read.given as Correctable;
		const { standing, born, sex } = after;
		const row = { id, child: number, sex, born, ethnic_group: '', standing, imported_as_of: '', added_on: today };
		await writing.insertInto('young_person').values(row).execute();
		await writeCorrectable(writing, keyring, id, after, Object.keys(FIELD_WORDS) as Field[], today);
		// Whoever adds somebody sees their page next: that is why, and the young person can read it.
		if ('staffId' in actor) {
			const reason = { why: 'roster' satisfies Why, words: 'Added you to the list of young people.' };
			await keepOpening(writing, keyring, { youngPersonId: id, staffId: actor.staffId }, reason, now);
		}
		await record(writing, actor, { what: 'young person added', subject: { kind: 'young person', id } }, now);
		return { kind: 'added', id };
	});
}
