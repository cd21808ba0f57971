/*
 * Every module that holds something about young people: whoever adds one adds a line here, and a test finds who forgot.
 * Collecting for a copy and saying what would stay; erasing is erasures.server.ts.
 */
import { keptInRecord } from '#lib/audit/kept.server.ts';
import { keptWithAccount } from '#lib/auth/young/kept.server.ts';
import { keptInConcerns } from '#lib/concerns/kept.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { keptInNotices } from '#lib/notices/kept.server.ts';
import { keptInRoster } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { keptInWaves } from '#lib/waves/kept.server.ts';
import { SECTIONS, type HeldSection, type Refusal, type Subject } from './held.ts';
import type { Keeper } from './keeper.server.ts';
import { keptInRequests } from './kept.server.ts';

/** In the order in which they erase: whoever points to others goes before them, the roster last. */
export const KEEPERS: readonly Keeper[] = [
	keptInConcerns,
	keptInNotices,
	keptInRecord,
	keptInRequests,
	keptInWaves,
	keptWithAccount,
	keptInRoster
];

/** Tables that know somebody without being copied or erased, and why. */
export const EXEMPT: Readonly<Record<string, string>> = {
	audit_event:
		'Who did what must stay provable (UK GDPR article 5(2)); it has no content, and of who was erased only a number that leads to nobody. It is copied.',
	survey_code: 'A code is never stored with whose it is.',
	response: 'Answers belong to no one: nobody can find anybody’s.',
	comment: 'Comments belong to no one: nobody can find anybody’s.'
};

/** Everything held about somebody, opened, in the order of a copy. */
export async function heldAbout(db: Database, keyring: Keyring, subject: Subject): Promise<HeldSection[]> {
	const sections: HeldSection[] = [];
	for (const keeper of KEEPERS) sections.push(...(await keeper.heldOf(db, keyring, subject)));
	return sections.sort((one, other) => SECTIONS.indexOf(one.key) - SECTIONS.indexOf(other.key));
}

/** Everybody of whom something may be refused, besides those who are looked after. */
export async function heldBack(db: Database): Promise<Set<string>> {
	const ids = new Set<string>();
	for (const keeper of KEEPERS) for (const id of (await keeper.holdsBack?.(db)) ?? []) ids.add(id);
	return ids;
}

/** What would stay if they asked on an ISO day for everything to be erased. */
export async function refusalsFor(db: Database, subject: Subject, today: string): Promise<Refusal[]> {
	const refusals: Refusal[] = [];
	for (const keeper of KEEPERS) refusals.push(...(await keeper.refusalsOf(db, subject, today)));
	return refusals;
}
