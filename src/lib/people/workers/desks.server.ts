/*
 * What concerns a worker on a day, for the first page: their own caseload, and cover on either side. Counts and names of
 * colleagues only; never a young person.
 */
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { caseloadRolesOf, type CaseloadRole } from '../caseload.ts';
import { caseloadOf } from '../caseloads.server.ts';
import { coversFor, type Cover } from './covers.server.ts';

export interface Desk {
	/** One line for each caseload role they hold; those who left are not counted. */
	own: { role: CaseloadRole; count: number }[];
	/** Whom they cover for today, and how many young people that adds. */
	covering: { name: string; until: string; count: number }[];
	/** Who covers for them, today or later. */
	covered: { name: string; from: string; until: string }[];
}

/** The desk of somebody on an ISO day; null for who holds no caseload role. */
export async function deskOf(db: Database, actor: SignedIn, today: string): Promise<Desk | null> {
	const roles = caseloadRolesOf(actor);
	if (roles.length === 0) return null;
	const theirs = (await caseloadOf(db, actor, today)).filter(({ standing }) => standing !== 'left');
	const covers = await coversFor(db, actor, today);
	const isNow = ({ starts }: Cover) => starts <= today;
	return {
		own: roles.map((role) => ({ role, count: theirs.filter((one) => one.role === role && one.via === 'own').length })),
		covering: covers
			.filter((cover) => cover.by.id === actor.staffId && isNow(cover))
			.map(({ away, ends }) => ({
				name: away.name,
				until: ends,
				count: theirs.filter(({ staffId }) => staffId === away.id).length
			})),
		covered: covers
			.filter(({ away }) => away.id === actor.staffId)
			.map(({ by, starts, ends }) => ({ name: by.name, from: starts, until: ends }))
	};
}
