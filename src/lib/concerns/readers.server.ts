/*
 * Exactly who will see it, for the page before sending: the same rule decides when it is sent, and again whenever staff
 * open it. Names only for who has an account; to everybody else we say the office.
 */
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { stateOf } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { CaseloadRole } from '#lib/people/caseload.ts';
import { ownWorkersOf } from '#lib/people/workers/own-workers.server.ts';
import { ABOUT_A_WORKER, readersOf, type Topic } from './concern.ts';
import type { Asking } from './given.ts';
import { whoMaySee } from './board/reach.server.ts';

export interface NamedWorker {
	role: CaseloadRole;
	firstName: string;
}

export const firstNameOf = (name: string): string => name.split(' ')[0] ?? '';

/** The workers whom one can wish for, by first name. */
export async function workersToWishFor(db: Database, youngPerson: YoungPersonSignedIn): Promise<NamedWorker[]> {
	const workers = await ownWorkersOf(db, youngPerson);
	return workers.map(({ role, name }) => ({ role, firstName: firstNameOf(name) }));
}

/** Whether there is anybody at all who reads what is sent: a safeguarding lead whose account is in use. */
export async function anybodyReads(db: Database): Promise<boolean> {
	const colleagues = await colleaguesOf(db, 'council');
	return colleagues.some((one) => one.roles.includes('safeguarding lead') && stateOf(one) === 'in use');
}

export interface WhoWillSee {
	/** First names of the safeguarding leads; empty without an account. */
	leads: string[];
	/** The worker who will see it too. */
	worker: NamedWorker | null;
	/** The worker they wished for, who will not see it because it is about one. */
	notWorker: NamedWorker | null;
	/** It is about somebody who works with them. */
	aboutWorker: boolean;
}

/** Who will see what is about to be sent. */
export async function whoWillSee(
	db: Database,
	asker: YoungPersonSignedIn | null,
	{ wish, topic }: Pick<Asking, 'wish' | 'topic'>,
	now: Date
): Promise<WhoWillSee> {
	const wished = (asker ? await workersToWishFor(db, asker) : []).find(({ role }) => role === wish) ?? null;
	const sees = readersOf(wish, topic, wished !== null) !== 'safeguarding lead';
	return {
		leads: asker ? await leadsFor(db, asker, topic, now) : [],
		worker: sees ? wished : null,
		notWorker: sees ? null : wished,
		aboutWorker: topic === ABOUT_A_WORKER
	};
}

/** The safeguarding leads who may open it: not one who works with them, where it is about somebody who does. */
async function leadsFor(
	db: Database,
	{ youngPersonId }: YoungPersonSignedIn,
	topic: Topic,
	now: Date
): Promise<string[]> {
	const about_worker = topic === ABOUT_A_WORKER ? 1 : 0;
	const none = { id: '', worker_id: null, closed_at: null };
	const concern = { ...none, young_person_id: youngPersonId, about_worker } as const;
	const readers = await whoMaySee(db, concern, dayOf(now));
	return readers.filter(({ roles }) => roles.includes('safeguarding lead')).map(({ name }) => firstNameOf(name));
}
