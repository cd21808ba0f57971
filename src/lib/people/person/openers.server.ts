/*
 * "Who opened my things": for a young person, who did what about them, when, and why, as those wrote it. The actor is the
 * young person themself: nobody else can ask.
 */
import { doneAbout, type DoneAbout } from '#lib/audit/listing/about.server.ts';
import { openingsOf, type Opening } from '#lib/audit/openings.server.ts';
import type { Role, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { CaseloadRole } from '../caseload.ts';
import { together, TOLD_KINDS, type OpenedLine, type Opener, type Told } from './openers.ts';

const PAGE = 50;
/** Of several roles, the one that tells most about why they might look. */
const BY_OFFICE: readonly Role[] = ['safeguarding lead', 'participation officer'];

/** Who each colleague is to this young person: by their own caseload first, then by office. */
async function whoIsWho(db: Database, youngPersonId: string): Promise<(staffId: string | null) => Opener> {
	const ties = await db
		.selectFrom('caseload')
		.select(['staff_id', 'role'])
		.where('young_person_id', '=', youngPersonId)
		.execute();
	const own = new Map(ties.map(({ staff_id, role }) => [staff_id, role as CaseloadRole]));
	const roles = new Map((await colleaguesOf(db, 'council')).map(({ id, roles }) => [id, roles]));
	return (staffId) => {
		if (staffId === null) return 'Earshot';
		const office = BY_OFFICE.find((role) => roles.get(staffId)?.includes(role));
		return own.get(staffId) ?? ((office as Opener | undefined) || 'another worker');
	};
}

/** What needs a reason of who does not work with them. */
const NEEDS_REASON: readonly string[] = [
	'young person opened',
	'young person corrected',
	'joining card made',
	'joining card stopped'
] satisfies Told[];

/** The reason that was good when somebody looked; null for what needs none. */
function reasonFor(event: DoneAbout, openings: readonly Opening[]): Opening['reason'] | null {
	if (!NEEDS_REASON.includes(event.what)) return null;
	const at = event.at.toISOString();
	const opening = openings.find((one) => one.staffId === event.staffId && one.at <= at && at < one.until);
	return opening?.reason ?? null;
}

/** A page of lines, newest first; `older` is the place to go on from, null when that was all. */
export async function whoOpenedMyThings(
	db: Database,
	keyring: Keyring,
	{ youngPersonId }: YoungPersonSignedIn,
	before: number | null
): Promise<{ lines: OpenedLine[]; older: number | null }> {
	const found = await doneAbout(db, youngPersonId, TOLD_KINDS, { before, most: PAGE + 1 });
	const page = found.slice(0, PAGE);
	const last = page.at(-1);
	// The record is in order of writing; what is read here is in order of time.
	const shown = page.toSorted((one, other) => other.at.getTime() - one.at.getTime());
	const oldest = shown.at(-1);
	if (!oldest || !last) return { lines: [], older: null };
	const openings = await openingsOf(db, keyring, youngPersonId, oldest.at.toISOString());
	const whoIs = await whoIsWho(db, youngPersonId);
	const lines = shown.map((event) => ({
		day: dayOf(event.at),
		name: event.actorName,
		who: whoIs(event.staffId),
		what: event.what as Told,
		reason: reasonFor(event, openings)
	}));
	return { lines: together(lines), older: found.length > PAGE ? last.place : null };
}
