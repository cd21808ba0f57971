/*
 * Letting go of what is over its time: each kind by its own part of its module, a portion at a time, and recorded with
 * counts. A dry run counts and changes nothing. What is kept for how long is schedule.ts.
 */
import { eventsBefore } from '#lib/audit/latest.server.ts';
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { letEventsGo } from '#lib/audit/letting-go.server.ts';
import { oldReasons } from '#lib/audit/over-time.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { THE_SERVER, type Actor } from '#lib/auth/actor.ts';
import { oldStaff } from '#lib/auth/staff/over-time.server.ts';
import { oldAccountEvents, oldCards } from '#lib/auth/young/over-time.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { oldComments } from '#lib/comments/over-time.server.ts';
import { oldConcerns } from '#lib/concerns/over-time.server.ts';
import { oldCopies, oldRequests } from '#lib/data-rights/over-time.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { oldNotices } from '#lib/notices/over-time.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { letThemGo, whoMayGo } from './left.server.ts';
import type { OverTime } from './over-time.server.ts';
import { KEEPING_KEYS, monthsBefore, type KeepingKey, type Periods } from './schedule.ts';

const PORTION = 500;

const PARTS: Readonly<Record<Exclude<KeepingKey, 'keep: roster' | 'keep: record'>, OverTime>> = {
	'keep: account events': oldAccountEvents,
	'keep: cards': oldCards,
	'keep: messages': oldConcerns,
	'keep: reasons': oldReasons,
	'keep: requests': oldRequests,
	'keep: copies': oldCopies,
	'keep: notices': oldNotices,
	'keep: staff': oldStaff,
	'keep: comments': oldComments
};

/** What a run let go of, or would. */
export interface LetGo {
	key: KeepingKey;
	count: number;
	/** Over their time, but kept: by the law, or because somebody still works on it. */
	stay: number;
	/** Why nothing went though it should have; null where all went well. */
	trouble: string | null;
}

interface Run {
	db: Database;
	keyring: Keyring;
	ledger: Ledger;
	now: Date;
	dryRun: boolean;
}

const went = (count: number, stay = 0, trouble: string | null = null) => ({ count, stay, trouble });

async function inPortions(db: Database, part: OverTime, before: Date): Promise<number> {
	for (let all = 0; ;) {
		const portion = await inTransaction(db, (writing) => part.letGo(writing, before, PORTION));
		all += portion;
		if (portion < PORTION) return all;
	}
}

async function ofTheRecord({ db, ledger, now, dryRun }: Run, before: Date): Promise<Omit<LetGo, 'key'>> {
	if (dryRun) return went(await eventsBefore(db, before));
	const gone = await letEventsGo(db, ledger, before, now);
	if (gone.kind === 'let go') return went(gone.events.council + gone.events.advocacy);
	return went(0, 0, `the record of the ${gone.tenant} is damaged: nothing of it is let go`);
}

async function ofThoseWhoLeft(run: Run, before: Date): Promise<Omit<LetGo, 'key'>> {
	const [day, today] = [dayOf(before), dayOf(run.now)];
	if (!run.dryRun) {
		const { count, stay } = await letThemGo(run, day, today);
		return went(count, stay);
	}
	const { ids, stay } = await whoMayGo(run.db, day, today);
	return went(ids.length, stay);
}

async function letGo(run: Run, key: KeepingKey, before: Date): Promise<Omit<LetGo, 'key'>> {
	if (key === 'keep: record') return ofTheRecord(run, before);
	if (key === 'keep: roster') return ofThoseWhoLeft(run, before);
	return went(await (run.dryRun ? PARTS[key].count(run.db, before) : inPortions(run.db, PARTS[key], before)));
}

export interface HowToRun {
	dryRun: boolean;
	actor?: Actor;
	/** For a dry run: periods that are not set yet. */
	instead?: Partial<Periods>;
}

/**
 * Lets go of everything that is over its time by the council's settings, or counts it (`dryRun`); may be done again at any
 * time. What young people took away is in the ledger; what goes by its time is gone again at the next run after a restore.
 */
export async function retentionRun(
	db: Database,
	keyring: Keyring,
	ledger: Ledger,
	now: Date,
	{ dryRun, actor = THE_SERVER, instead = {} }: HowToRun
): Promise<LetGo[]> {
	const periods = { ...(await readSettings(db, KEEPING_KEYS)), ...(dryRun ? instead : {}) };
	const run = { db, keyring, ledger, now, dryRun };
	const gone: LetGo[] = [];
	for (const key of KEEPING_KEYS) gone.push({ key, ...(await letGo(run, key, monthsBefore(now, periods[key]))) });
	const counts = Object.fromEntries(gone.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
	if (dryRun || Object.keys(counts).length === 0) return gone;
	const subject = { kind: 'record', id: 'retention' } as const;
	await inTransaction(db, (writing) => record(writing, actor, { what: 'retention ran', subject, detail: counts }, now));
	return gone;
}
