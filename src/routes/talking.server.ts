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
import { readingTime, SHIPPED_TALK_HOURS } from '#lib/concerns/hours.ts';
import type { Whose } from '#lib/concerns/mine.server.ts';
import { isOnce } from '#lib/concerns/once.server.ts';
import { whoWillSee, type WhoWillSee } from '#lib/concerns/readers.server.ts';
import { writeAgain } from '#lib/concerns/writing-again.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';

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

/** An empty page. */
export const startAfresh = (): Filling => ({
	step: 'fill',
	filled: NOTHING_FILLED,
	once: randomId(),
	faults: {},
	notSent: null
});

/** What every page of it says: the council, when messages are read, and whom one can ring instead. */
export async function talkFrame(now: Date) {
	const settings = await currentSettings(database(), now);
	const service = settings['advocacy service'];
	const known = settings.helplines.filter(({ key }) => key === 'nyas' || key === 'coram-voice');
	const advocates = service ? [{ name: service.name, number: service.phone }] : known;
	return {
		council: settings['council name'],
		reading: readingTime(now, SHIPPED_TALK_HOURS),
		/** The ISO day by whose end something sent now must have been seen. */
		by: dueOn(dayOf(now), settings['clock: worrying message']),
		advocates: advocates.map(({ name, number }) => ({ name, number }))
	};
}

/** What was filled in, and the one sending that it is. */
export function fieldsOf(form: FormData): { filled: Filled; once: string } {
	const once = String(form.get('once') ?? '');
	return { filled: filledIn(form), once: isOnce(once) ? once : randomId() };
}

/** Back to filling in, with everything that was there. */
export const fillAgain = (form: FormData, more: Partial<Filling> = {}): Filling => ({
	...startAfresh(),
	...fieldsOf(form),
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

/** Writes again into a thread: back to it, or the words for why not, with what was written. */
export async function writeInto(form: FormData, whose: Whose, id: string, thread: string, now: Date) {
	const { once } = fieldsOf(form);
	const words = String(form.get('words') ?? '').slice(0, MOST_KEPT);
	const written = await writeAgain(database(), keyring(), whose, { id, words, once }, now);
	if (written.kind === 'not theirs') error(404, 'There is nothing here.');
	if (written.kind === 'written') redirect(303, `${thread}?written`);
	const clock = written.kind === 'wait' ? restOf(written.seconds, now).clock : '';
	return fail(WHY_NOT[written.kind], { problem: written.kind, words, once, clock });
}
