/*
 * Work that takes longer than a page: one piece a subject at a time, its progress for the page that waits.
 * Held in memory: what it does can be taken up again after a restart. What is done at its time is in list.server.ts.
 */
import { noteTrouble } from './faults.server.ts';

export interface Work {
	step: string;
	done: number;
	of: number;
	state: 'running' | 'done' | 'failed';
	/** What to say when it is over. */
	outcome: string | null;
}

const works = new Map<string, Work>();

/** The work on a subject, running or just over; null when there is none. */
export function workOn(subject: string): Work | null {
	const work = works.get(subject);
	return work ? { ...work } : null;
}

/** Forgets work that is over, once its outcome was shown. */
export function forgetWork(subject: string): void {
	if (works.get(subject)?.state !== 'running') works.delete(subject);
}

/** Starts work on a subject unless some is running. The work reports steps and returns what to say. */
export function startWork(
	subject: string,
	first: string,
	run: (report: (step: string, done: number, of: number) => void) => Promise<string>
): boolean {
	if (works.get(subject)?.state === 'running') return false;
	const work: Work = { step: first, done: 0, of: 1, state: 'running', outcome: null };
	works.set(subject, work);
	run((step, done, of) => Object.assign(work, { step, done, of })).then(
		(outcome) => Object.assign(work, { state: 'done', outcome }),
		(fault: unknown) => {
			noteTrouble(first, fault);
			Object.assign(work, { state: 'failed', outcome: 'It stopped half-way. Nothing is lost: start it again.' });
		}
	);
	return true;
}
