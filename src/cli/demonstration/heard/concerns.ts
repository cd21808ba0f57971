/*
 * Invented messages of young people, by the real operations: one that nobody has seen in time, one seen, one answered, one
 * closed with what was done, one about a worker, one without an account. For `npm run demo` only.
 */
import type { SignedIn, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { workingDayFrom } from '#lib/calendar/working-days.ts';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { answerConcern } from '#lib/concerns/board/answers.server.ts';
import { closeConcern } from '#lib/concerns/board/closings.server.ts';
import { openConcern } from '#lib/concerns/board/threads.server.ts';
import type { Asking } from '#lib/concerns/given.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Inhabitants } from './inhabitants.ts';

const HOUR = 3_600_000;

const PLAIN: Asking = {
	wish: 'not sure',
	topic: 'something else',
	words: '',
	reply: 'here',
	address: null,
	safeWhen: null,
	name: null
};

interface Place {
	db: Database;
	keyring: Keyring;
}

async function send({ db, keyring }: Place, asker: YoungPersonSignedIn | null, asking: Partial<Asking>, at: Date) {
	const sending = { once: randomId(), browser: randomId() };
	const sent = await sendConcern(db, keyring, asker, { ...PLAIN, ...asking }, sending, at);
	if (sent.kind !== 'sent') throw new Error(`the demonstration’s message was ${sent.kind}`);
	return sent.id;
}

async function answer({ db, keyring }: Place, actor: SignedIn, concern: string, words: string, at: Date) {
	const print = (await openConcern(db, keyring, actor, concern, at))?.print ?? '';
	const answered = await answerConcern(db, keyring, actor, { concern, print, words }, at);
	if (answered.kind !== 'answered') throw new Error(`the demonstration’s answer was ${answered.kind}`);
}

async function close({ db, keyring }: Place, actor: SignedIn, concern: string, done: string, at: Date) {
	const print = (await openConcern(db, keyring, actor, concern, at))?.print ?? '';
	const given = { concern, print, forThem: done, forRecord: 'Home visited; another room.' };
	const closed = await closeConcern(db, keyring, actor, given, at);
	if (closed.kind !== 'closed') throw new Error(`the demonstration’s message was ${closed.kind}`);
}

/** Sends, answers and closes them in order of time; what nobody has seen is old enough to be late today. */
export async function tellConcerns(
	db: Database,
	keyring: Keyring,
	{ lead: actor, otter, comet }: Inhabitants,
	now: Date
): Promise<void> {
	const at = { db, keyring };
	const today = dayOf(now);
	/** An hour of a working day, so many days ago or a little later. */
	const ago = (days: number, hour: string) => {
		const then = new Date(`${workingDayFrom(addDays(today, -days))}T${hour}:00Z`);
		return then < now ? then : now;
	};
	const closed = await send(
		at,
		comet,
		{ topic: 'where I live', words: 'My room has no door that shuts. I can’t sleep when people walk past.' },
		ago(24, '19:40')
	);
	await answer(
		at,
		actor,
		closed,
		'Thank you for telling us. I am coming to see it on Thursday after school.',
		ago(22, '10:15')
	);
	await close(
		at,
		actor,
		closed,
		'You have the room at the end now, with a door that shuts. Tell us if it is not better.',
		ago(17, '15:30')
	);
	const answered = await send(
		at,
		otter,
		{
			wish: 'IRO',
			topic: 'family',
			words: 'I want to see my brother more than once a month. Nobody told me why it is so little.'
		},
		ago(9, '16:05')
	);
	await answer(
		at,
		actor,
		answered,
		'That is a fair question. Your reviewing officer will ring the people who decide and tell you here by Friday.',
		ago(8, '11:20')
	);
	await send(
		at,
		otter,
		{
			wish: 'safeguarding lead',
			topic: 'school and friends',
			words: 'Some people at school keep taking my phone and reading it. I don’t want to go in on Monday.',
			reply: 'text',
			address: '07700 900123',
			safeWhen: 'after four'
		},
		ago(7, '21:30')
	);
	const worker = await send(
		at,
		otter,
		{
			wish: 'safeguarding lead',
			topic: 'someone who works with me',
			words: 'She says she will ring and then she doesn’t. I don’t want her to hear that I wrote this.'
		},
		ago(6, '08:20')
	);
	await answer(
		at,
		actor,
		worker,
		'Thank you for telling me. She does not see this. May I ask her manager who rings you, without saying why?',
		ago(5, '10:05')
	);
	const seen = await send(
		at,
		comet,
		{ topic: 'leaving care', words: 'I am sixteen soon. Who tells me where I can live when I leave?' },
		new Date(now.getTime() - 2 * HOUR)
	);
	await openConcern(db, keyring, actor, seen, new Date(now.getTime() - HOUR));
	await send(
		at,
		null,
		{ topic: 'feelings and health', words: 'I feel sad most days and I don’t know who to tell.', name: 'Sam' },
		now
	);
}
