/*
 * What the pages of "Talk to someone" share, signed in or not: the frame of honest hours and numbers to ring, filling in,
 * looking before sending. Nothing is stored before Send; who may send what is decided in concerns/.
 */
import { error, fail, redirect } from '@sveltejs/kit';
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { restOf } from '#lib/auth/waiting.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { dueOn } from '#lib/concerns/concern.ts';
import { filledIn, NOTHING_FILLED, readAsking, type Asking, type Faults, type Filled } from '#lib/concerns/given.ts';
import { whenRead } from '#lib/concerns/hours.ts';
import { isMine, type Whose } from '#lib/concerns/mine.server.ts';
import { anybodyReads, whoWillSee, type WhoWillSee } from '#lib/concerns/readers.server.ts';
import { drawOnce, isOnceOf } from '#lib/secrets/once.server.ts';
import { writeAgain } from '#lib/concerns/writing-again.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';

const MOST_ONCE = 64;

/** The page as it stands: filling in, or looking before sending. */
export interface Filling {
	step: 'fill';
	filled: Filled;
	once: string;
	faults: Faults;
	/** Why it was not sent, though nothing was wrong with it; with the time when to try again. */
	notSent: { why: 'wait' | 'closed'; clock: string } | null;
}
export interface Looking {
	step: 'look';
	filled: Filled;
	once: string;
	asking: Asking;
	who: WhoWillSee;
}

/** An empty page for a holder: the browser, or the account. */
export const startAfresh = (holder: string): Filling => ({
	step: 'fill',
	filled: NOTHING_FILLED,
	once: drawOnce(keyring(), holder),
	faults: {},
	notSent: null
});

/** Somebody left meanwhile, or this was another's: what was written before is not shown to whoever comes back to it. */
export const closed = (holder: string) =>
	fail(410, { ...startAfresh(holder), notSent: { why: 'closed', clock: '' } } as Filling);

/** Whether a form was drawn for this holder. */
export const isTheirs = (form: FormData, holder: string): boolean => isOnceOf(keyring(), holder, fieldsOf(form).once);

/** What every page of it says: the council, when messages are read, and whom one can ring instead. */
export async function talkFrame(now: Date) {
	const settings = await currentSettings(database(), now);
	const service = settings['advocacy service'];
	const known = settings.helplines.filter(({ key }) => key === 'nyas' || key === 'coram-voice');
	const advocates = service ? [{ name: service.name, number: service.phone }] : known;
	return {
		council: settings['council name'],
		reading: whenRead(now, settings['talk hours'], { anybody: await anybodyReads(database()) }),
		/** The ISO day by whose end something sent now must have been seen. */
		by: dueOn(dayOf(now), settings['clock: worrying message']),
		advocates: advocates.map(({ name, number }) => ({ name, number }))
	};
}

/** What was filled in, and the one sending that it is. */
export const fieldsOf = (form: FormData): { filled: Filled; once: string } => ({
	filled: filledIn(form),
	once: String(form.get('once') ?? '').slice(0, MOST_ONCE)
});

/** Back to filling in, with everything that was there. */
export const fillAgain = (form: FormData, more: Partial<Filling> = {}): Filling => ({
	step: 'fill',
	...fieldsOf(form),
	faults: {},
	notSent: null,
	...more
});

/** What was filled in, read; or the page again with what is missing. */
export function readForm(form: FormData, asker: YoungPersonSignedIn | null) {
	const read = readAsking(fieldsOf(form).filled, { hasAccount: asker !== null });
	if (read.kind === 'read') return read;
	return { kind: 'refused' as const, answer: fail(400, fillAgain(form, { faults: read.faults })) };
}

/** The page before sending. */
export async function lookAt(form: FormData, asker: YoungPersonSignedIn | null) {
	const read = readForm(form, asker);
	if (read.kind === 'refused') return read.answer;
	const { asking } = read;
	return {
		step: 'look',
		...fieldsOf(form),
		asking,
		who: await whoWillSee(database(), asker, asking, new Date())
	} satisfies Looking;
}

/** Too much was sent: the page again with everything, and when to try again. */
export function notYet(form: FormData, seconds: number, now: Date) {
	return fail(429, fillAgain(form, { notSent: { why: 'wait', clock: restOf(seconds, now).clock } }));
}

const WHY_NOT = { empty: 400, 'too long': 400, wait: 429 } as const;
const MOST_KEPT = 20_000;

/** What a fresh form beneath a thread carries. */
export const onceFor = (thread: { id: string } | null): string => (thread ? drawOnce(keyring(), thread.id) : '');

/** Writes again into a thread by a form of its own: back to it, or the words for why not, with what was written. */
export async function writeInto(form: FormData, whose: Whose, id: string, thread: string, now: Date) {
	if (!(await isMine(database(), whose, id))) error(404, 'There is nothing here.');
	if (!isTheirs(form, id)) redirect(303, thread);
	const { once } = fieldsOf(form);
	const words = String(form.get('words') ?? '').slice(0, MOST_KEPT);
	const written = await writeAgain(database(), keyring(), whose, { id, words, once }, now);
	if (written.kind === 'not theirs') error(404, 'There is nothing here.');
	if (written.kind === 'written') redirect(303, `${thread}?written`);
	const clock = written.kind === 'wait' ? restOf(written.seconds, now).clock : '';
	return fail(WHY_NOT[written.kind], { problem: written.kind, words, once, clock });
}
