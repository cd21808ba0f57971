/*
 * Filters of the administrator's record as they stand in the address: who, what, about what, from when to when. Rules only.
 */
import { addDays, readDay } from '#lib/calendar/day.ts';
import { RECORDED, SUBJECT_KINDS, type Recorded, type SubjectKind } from '../event.ts';
import { GROUPS, RECORDED_WORDS, type Group } from './words.ts';

/** Whoever did something and is no member of staff by name. */
export const OTHERS = {
	'young-people': { actorKind: 'young person', words: 'Young people' },
	server: { actorKind: 'command line', words: 'Earshot itself and the command line' },
	nobody: { actorKind: 'nobody', words: 'Nobody signed in' }
} as const;

export type Other = keyof typeof OTHERS;

export interface RecordFilter {
	/** staff.id, or one of OTHERS; '' for everybody. */
	who: string;
	/** One kind, or a group of kinds; '' for all. */
	what: Recorded | Group | '';
	about: SubjectKind | '';
	/** ISO days, both included; '' for no end. */
	from: string;
	to: string;
	/** The page: older than this place, or newer than that; at most one of them. */
	before: number | null;
	after: number | null;
}

const WHATS: readonly (Recorded | Group)[] = [...RECORDED, ...(Object.keys(GROUPS) as Group[])];
const ID = /^[\w-]{1,64}$/;

const placeIn = (given: string | null): number | null =>
	given !== null && /^\d{1,12}$/.test(given) ? Number(given) : null;

/** Reads the filter of an address; what it does not know is as if it were not there. */
export function readRecordFilter(query: URLSearchParams): RecordFilter {
	const who = query.get('who') ?? '';
	const before = placeIn(query.get('before'));
	return {
		who: ID.test(who) ? who : '',
		what: WHATS.find((one) => one === query.get('what')) ?? '',
		about: SUBJECT_KINDS.find((one) => one === query.get('about')) ?? '',
		from: readDay(query.get('from') ?? '') ?? '',
		to: readDay(query.get('to') ?? '') ?? '',
		before,
		after: before === null ? placeIn(query.get('after')) : null
	};
}

/** The kinds of event that a filter lets through; null for all. */
export function kindsOf({ what }: Pick<RecordFilter, 'what'>): Recorded[] | null {
	if (what === '') return null;
	return RECORDED.filter((kind) => kind === what || RECORDED_WORDS[kind].group === what);
}

/** An instant in London at the beginning of an ISO day, as the record writes instants; summer time is thought of. */
function beginningOf(day: string): string {
	for (const hour of ['00', '23']) {
		const candidate = new Date(`${hour === '00' ? day : addDays(day, -1)}T${hour}:00:00.000Z`);
		const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });
		if (london.format(candidate) === '00') return candidate.toISOString();
	}
	return `${day}T00:00:00.000Z`;
}

/** The instants between which a filter looks: from the first on, before the second. */
export function spanOf({ from, to }: Pick<RecordFilter, 'from' | 'to'>): {
	from: string | null;
	before: string | null;
} {
	return { from: from ? beginningOf(from) : null, before: to ? beginningOf(addDays(to, 1)) : null };
}

/** The address of a page with a filter: '?who=…&before=120', or '' for everything from the newest on. */
export function recordAddress(
	filter: RecordFilter,
	page: { before?: number | null; after?: number | null } = {}
): string {
	const given = {
		who: filter.who,
		what: filter.what,
		about: filter.about,
		from: filter.from,
		to: filter.to,
		before: page.before ? String(page.before) : '',
		after: page.after ? String(page.after) : ''
	};
	const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
	return query.size > 0 ? `?${query}` : '';
}

/** Whether anything but the newest of everything is asked for. */
export const isFiltered = ({ who, what, about, from, to }: RecordFilter): boolean =>
	[who, what, about, from, to].some((one) => one !== '');
