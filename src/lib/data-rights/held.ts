/*
 * What a copy of everything held about a young person is made of, and why something cannot be erased. Shapes and the
 * telling of them only; each module's own part is its kept.server.ts, the words about a section are in i18n/.
 */

/** One fact. */
export interface HeldLine {
	label: string;
	text: string;
}

/** One thing that is held: a message, a stay, everything that happened with an account. */
export interface HeldEntry {
	/** Unlike any other of its section. */
	id: string;
	/** An instant or an ISO day; null where it has none. */
	at: string | null;
	title: string;
	lines: HeldLine[];
	/** Other people's words or names may stand in it. */
	byOthers?: true;
	/** For their eyes alone: nobody who looks a copy through sees it; it is put in when they read the copy themselves. */
	ownEyes?: true;
}

/** Every kind of thing that is held, in the order of a copy; their words are `data:kept.<key>` in i18n/. */
export const SECTIONS = [
	'roster',
	'stays',
	'workers',
	'account',
	'surveys',
	'messages',
	'notices',
	'opened',
	'requests'
] as const;
export type SectionKey = (typeof SECTIONS)[number];

export interface HeldSection {
	key: SectionKey;
	entries: HeldEntry[];
}

/** Whom it is about: what every module needs to know of them to say what may be erased. */
export interface Subject {
	id: string;
	/** In care, or a care leaver whom the council still owes something. */
	lookedAfter: boolean;
	/** No return has named them: they are there because somebody added them by hand. */
	byHandOnly: boolean;
	/** The ISO day until which the law keeps what is on a child's case record. */
	recordUntil: string;
}

/** Something that stays when everything else is erased. */
export interface Refusal {
	key: SectionKey;
	/** Words are `data:stays.<reason>` for the young person and `REASONS` for staff. */
	reason: keyof typeof REASONS;
	/** How many. */
	count: number;
	/** The ISO day until which it stays; null where that depends on something else. */
	until: string | null;
}

/** Why something is refused, for staff and for the answer that somebody gets. */
export const REASONS = {
	'looked after':
		'They are in care or a care leaver: the council must know whom it looks after (Children Act 1989, sections 22 and 23C). It can be erased when they have left.',
	'on file':
		'It is on the child’s case record, which the council must keep until the 75th birthday, or for 15 years after a death before the age of 18 (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50).',
	open: 'Somebody is still working on it. It can be erased when it is closed.',
	asked: 'It is not answered yet. It goes when the time for answers is over.'
} as const;

/** The day so many years after an ISO day; 29 February becomes 1 March where there is none. */
export function yearsAfter(day: string, years: number): string {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCFullYear(moment.getUTCFullYear() + years);
	return moment.toISOString().slice(0, 10);
}

const BIRTHDAY = 75;
const AFTER_DEATH = 15;
const GROWN_UP = 18;

/**
 * Until when a child's case record must be kept: Care Planning, Placement and Case Review (England) Regulations 2010,
 * regulation 50. `died` is the ISO day of a death, null where there was none or nobody knows the day.
 */
export function recordKeptUntil(born: string, died: string | null): string {
	const isChild = died !== null && died < yearsAfter(born, GROWN_UP);
	return isChild ? yearsAfter(died, AFTER_DEATH) : yearsAfter(born, BIRTHDAY);
}

/** Lines of the facts that are known; what is null or empty is left out. */
export function linesOf(facts: Readonly<Record<string, string | null | undefined>>): HeldLine[] {
	return Object.entries(facts).flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** A section, or nothing where it would be empty. */
export function sectionOf(key: SectionKey, entries: readonly (HeldEntry | null)[]): HeldSection[] {
	const there = entries.filter((entry) => entry !== null && entry.lines.length > 0) as HeldEntry[];
	return there.length > 0 ? [{ key, entries: there }] : [];
}
