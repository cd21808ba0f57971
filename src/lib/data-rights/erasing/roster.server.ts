/*
 * Staff erase somebody from the roster who has left, or was added by mistake: only whole, and only when nothing stands
 * against it. Whoever keeps the roster, and the safeguarding lead; never who works with them.
 */
import type { Ledger } from '#lib/audit/ledger.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { TheirPerson } from '#lib/people/caseloads.server.ts';
import { seesEveryone } from '#lib/people/keepers.ts';
import { openRecordOf } from '#lib/people/person/reasons.server.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { eraseYoungPerson } from '../erasures.server.ts';
import { worksWithThem } from '../answerers.server.ts';
import type { Refusal } from '../held.ts';
import { refusalsFor } from '../holders.server.ts';

/** What they are called where a name must be typed to confirm: the name they like, or their number. */
export const calledIn = ({ preferredName, child }: Pick<TheirPerson, 'preferredName' | 'child'>): string =>
	preferredName ?? child;

export interface BeforeRosterErasing {
	kind: 'before';
	person: TheirPerson;
	stays: Refusal[];
	/** They stand in the roster because somebody added them by hand, and no return has named them. */
	byHandOnly: boolean;
}

/** Somebody whom the actor may erase, with what stands against it; who does not work with them says why first. */
export async function beforeRosterErasing(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<BeforeRosterErasing | { kind: 'needs reason' } | { kind: 'works with them' } | { kind: 'not theirs' }> {
	if (!seesEveryone(actor)) return { kind: 'not theirs' };
	if (await worksWithThem(db, actor, id)) return { kind: 'works with them' };
	const opened = await openRecordOf(db, keyring, actor, id, now);
	const subject = opened.kind === 'theirs' ? await subjectOf(db, id) : null;
	if (opened.kind !== 'theirs' || !subject)
		return { kind: opened.kind === 'needs reason' ? opened.kind : 'not theirs' };
	return {
		kind: 'before',
		person: opened.person,
		stays: await refusalsFor(db, subject, dayOf(now)),
		byHandOnly: subject.byHandOnly
	};
}

export type RosterErased =
	| { kind: 'erased' }
	| { kind: 'refused'; stays: Refusal[] }
	/** What was typed is not what they are called. */
	| { kind: 'another name' }
	| { kind: 'needs reason' }
	/** They may be who the young person would complain about: somebody else erases. */
	| { kind: 'works with them' }
	| { kind: 'not theirs' };

/** Erases them altogether. `mistake`: they were never looked after, and nobody but the one who added them said so. */
export async function eraseFromRoster(
	db: Database,
	keyring: Keyring,
	ledger: Ledger,
	actor: Actor,
	id: string,
	{ typed, mistake }: { typed: string; mistake: boolean },
	now: Date
): Promise<RosterErased> {
	const before = await beforeRosterErasing(db, keyring, actor, id, now);
	if (before.kind !== 'before') return before;
	const stays = before.stays.filter(({ reason }) => !(mistake && before.byHandOnly && reason === 'looked after'));
	if (stays.length > 0) return { kind: 'refused', stays };
	const plainly = (text: string) => text.trim().toLocaleLowerCase('en');
	if (plainly(typed) !== plainly(calledIn(before.person))) return { kind: 'another name' };
	const erased = await eraseYoungPerson(db, keyring, ledger, actor, id, now, { mistake });
	if (erased.kind === 'erased in part') return { kind: 'refused', stays: erased.stays };
	return { kind: erased.kind === 'nobody' ? 'not theirs' : 'erased' };
}
