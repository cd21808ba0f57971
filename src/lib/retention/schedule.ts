/*
 * For how long each kind of record is kept, and why: one entry a kind. What the council may change is a setting; what the
 * law fixes, or the program needs, only stands here to be read. Letting go is runs.server.ts.
 */
import { z } from 'zod';
import { inUnits } from '#lib/settings/clock.ts';
import { setting, type Setting } from '#lib/settings/setting.ts';

export interface Keeping {
	label: string;
	/** What it is, and from when the time counts. */
	hint: string;
	/** The legal reason in a sentence, with its source. */
	why: string;
	/** Months. */
	shipped: number;
	least: number;
	most: number;
}

const MINIMISED = 'No longer than it is needed for what it was collected for (UK GDPR, article 5(1)(e)).';
const CLAIMS =
	'A claim under data-protection law can be brought for six years (Limitation Act 1980, section 9; Data Protection Act 2018, sections 168 and 169).';

/** What the council may change, within bounds. */
export const KEEPINGS = {
	'keep: roster': {
		label: 'Young people who have left',
		hint: 'The roster, account, and everything with it; from the last day that a return or a stay names. It goes with their key, out of every backup too.',
		why: `${MINIMISED} The child’s case record is kept in the case system, not here.`,
		shipped: 12,
		least: 1,
		most: 84
	},
	'keep: account events': {
		label: 'What happened with young people’s accounts',
		hint: 'Sign-ins, cards and changes, for the young person’s eyes; from the day of each.',
		why: `${MINIMISED} A year is long enough to notice that somebody else came in.`,
		shipped: 12,
		least: 3,
		most: 24
	},
	'keep: cards': {
		label: 'Joining cards that open nothing any more',
		hint: 'Used, stopped or run out; from the day a card was made.',
		why: MINIMISED,
		shipped: 12,
		least: 2,
		most: 24
	},
	'keep: messages': {
		label: 'Messages to somebody, not on the child’s record',
		hint: 'Talk to someone: the thread and how it was closed; from the day it was closed.',
		why: 'A claim for harm can be brought for three years, by a child from the 18th birthday (Limitation Act 1980, sections 11 and 28): what matters for one belongs on the child’s record. Else no longer than needed (UK GDPR, article 5(1)(e)).',
		shipped: 36,
		least: 12,
		most: 84
	},
	'keep: reasons': {
		label: 'Reasons for opening somebody outside one’s caseload',
		hint: 'From the day each was given.',
		why: CLAIMS,
		shipped: 72,
		least: 12,
		most: 84
	},
	'keep: record': {
		label: 'The record of who did what',
		hint: 'Kinds, names of staff and numbers, no content; up to the last anchor that is old enough.',
		why: `Accountability (UK GDPR, article 5(2)). ${CLAIMS}`,
		shipped: 84,
		least: 72,
		most: 1200
	},
	'keep: requests': {
		label: 'Requests about one’s own data, and the answers',
		hint: 'Copies asked for, erasing, complaints; from the day each was answered.',
		why: CLAIMS,
		shipped: 72,
		least: 36,
		most: 84
	},
	'keep: copies': {
		label: 'Copies that were given',
		hint: 'Everything held about somebody, as they can read it in their account; from the day it was given. The answer stays.',
		why: `${MINIMISED} They have had it, and can ask again.`,
		shipped: 3,
		least: 1,
		most: 12
	},
	'keep: notices': {
		label: 'Notices that went out',
		hint: 'That something waits, to whom and by which way; never what. From the day each was over.',
		why: `${MINIMISED} Three months show whether they arrive.`,
		shipped: 3,
		least: 1,
		most: 12
	},
	'keep: staff': {
		label: 'Accounts of staff who left',
		hint: 'Address, roles and ways in; from the day the account was closed. The name stays beside what they did.',
		why: `${MINIMISED} Who did what stays provable (UK GDPR, article 5(2)).`,
		shipped: 24,
		least: 6,
		most: 84
	},
	'keep: comments': {
		label: 'Comments from surveys',
		hint: 'Nobody knows whose they are; from the day they came.',
		why: 'They may still say who somebody is, so they are treated as personal data: no longer than needed (UK GDPR, article 5(1)(e)).',
		shipped: 36,
		least: 12,
		most: 60
	}
} as const satisfies Readonly<Record<string, Keeping>>;

export type KeepingKey = keyof typeof KEEPINGS;
export const KEEPING_KEYS = Object.keys(KEEPINGS) as KeepingKey[];

/** Months by kind. */
export type Periods = Record<KeepingKey, number>;

/** What nobody may change: the law says so, or it is gone by itself. */
export const FIXED: readonly { key: string; label: string; period: string; why: string; statutory: boolean }[] = [
	{
		key: 'on the record',
		label: 'Messages on the child’s record',
		period: 'Until the 75th birthday; 15 years after a death before the age of 18',
		why: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50. Nobody can erase them before, the young person neither; they are told so, and until when.',
		statutory: true
	},
	{
		key: 'in care',
		label: 'Young people in care, and care leavers',
		period: 'As long as the council looks after them, or owes them something',
		why: 'The council must know whom it looks after (Children Act 1989, sections 22 and 23C).',
		statutory: true
	},
	{
		key: 'answers',
		label: 'Survey answers and releases',
		period: 'Kept',
		why: 'They belong to no one (UK GDPR, recital 26): nobody can find anybody’s, for a copy or for erasing.',
		statutory: false
	},
	{
		key: 'imports',
		label: 'Files given for an import',
		period: 'One hour',
		why: 'They wait for a yes and are gone with it.',
		statutory: false
	},
	{
		key: 'sessions',
		label: 'Sessions, wrong tries and survey drafts',
		period: 'Until they are over: minutes, hours, or the end of the wave',
		why: 'They are of no use after that.',
		statutory: false
	},
	{
		key: 'backups',
		label: 'Backups',
		period: 'As the operator keeps them',
		why: 'What was erased is erased again after each restore; of who was erased altogether nothing in them can be read.',
		statutory: false
	}
];

/** The instant so many months before another, in the calendar: the last day of the month where there is none. */
export function monthsBefore(now: Date, months: number): Date {
	const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 0)).getUTCDate();
	const moment = new Date(now);
	moment.setUTCDate(1);
	moment.setUTCMonth(moment.getUTCMonth() - months);
	moment.setUTCDate(Math.min(now.getUTCDate(), last));
	return moment;
}

function asSetting({ label, hint, shipped, least, most }: Keeping): Setting<number> {
	const right = `Please write a whole number of months from ${least} to ${most}.`;
	return setting({
		label,
		hint,
		schema: z.number({ error: right }).int(right).min(least, right).max(most, right),
		shipped,
		told: (count) => inUnits(count, 'months')
	});
}

/** Every period as a setting. */
export const KEEPING_SETTINGS = Object.fromEntries(
	KEEPING_KEYS.map((key) => [key, asSetting(KEEPINGS[key])])
) as Record<KeepingKey, Setting<number>>;

/** A period that would become shorter: what is over the new one goes the next night. */
export interface Shortened {
	key: KeepingKey;
	/** Months. */
	from: number;
	to: number;
}

/** Which periods would become shorter; a wish that is not allowed shortens nothing. */
export function shortenedBy(periods: Periods, wanted: Partial<Periods>): Shortened[] {
	return KEEPING_KEYS.flatMap((key) => {
		const read = KEEPING_SETTINGS[key].schema.safeParse(wanted[key]);
		return read.success && read.data < periods[key] ? [{ key, from: periods[key], to: read.data }] : [];
	});
}
