/*
 * Sending what is due: at least once, and recognisably the same each time, so that twice can be told from two. A channel
 * that does not answer rests, and holds up nobody else's notice. Nothing here logs an address or a word.
 */
import type { Database } from '#lib/database/schema.ts';
import { noteTrouble } from '#lib/jobs/faults.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Channel, Channels, Message, Sent } from '../channels/channel.ts';
import { channelsFrom } from '../channels/channels.server.ts';
import { WAYS } from '../choice.ts';
import { decide, MOST_TRIES, nextTry, NO_WAY } from '../delivery.ts';
import { begin, claimDue, end, wasTold, type Claimed, type Ended } from './claims.server.ts';
import { recipientOf } from './recipients.server.ts';
import { wordsOf } from './words.ts';

/** After so many failures in a row a channel rests until the next time. */
const RESTS_AFTER = 3;
const REST_MS = 60_000;
/** How soon what has no way out is looked at again. */
const NO_WAY_MS = 10 * 60_000;

export interface Outbox {
	db: Database;
	keyring: Keyring;
	channels: Channels;
	/** Where this Earshot is, for the words. */
	origin: string | undefined;
	/** Names this process. */
	who: string;
	clock: () => Date;
	/** From 0 up to, not including, 1; Math.random in earnest. */
	chance: () => number;
}

/** How many came to which end in one go; 'waiting' are tried again. */
export type Figures = Record<Ended['state'], number>;

/** One go: how often in a row each channel has failed in it, and whose turn it is at those that take one at a time. */
interface Go extends Outbox {
	failures: Map<string, number>;
	turns: Map<string, Promise<unknown>>;
}

const isResting = ({ failures }: Go, { name }: Channel) => (failures.get(name) ?? 0) >= RESTS_AFTER;

/** Does something at a channel, when it is its turn. */
function inTurn<T>({ turns }: Go, { name, oneAtATime }: Channel, work: () => Promise<T>): Promise<T> {
	if (!oneAtATime) return work();
	const mine = (turns.get(name) ?? Promise.resolve()).then(work, work);
	turns.set(name, mine);
	return mine;
}

function endedAs(sent: Sent, tries: number, now: Date, chance: number): Ended {
	if (sent.kind === 'sent') return { state: 'sent', because: null, tries };
	const { because } = sent;
	if (sent.kind === 'refused') return { state: 'dead', because, tries };
	if (tries >= MOST_TRIES) return { state: 'dead', because: `${because}; tried ${tries} times`, tries };
	return { state: 'waiting', because, tries, due: nextTry(tries, now, chance) };
}

/** Takes a notice to a channel; null when it is another sender's by now. */
async function take(go: Go, channel: Channel, notice: Claimed, message: Message): Promise<Ended | null> {
	const { db, clock, chance, failures } = go;
	if (isResting(go, channel)) {
		const due = new Date(clock().getTime() + REST_MS * (1 + chance()));
		return { state: 'waiting', because: `${channel.name} did not answer others`, due, tries: notice.attempts };
	}
	if (!(await begin(db, notice, message.way, clock()))) return null;
	const sent = await channel.send(message);
	failures.set(channel.name, sent.kind === 'not yet' ? (failures.get(channel.name) ?? 0) + 1 : 0);
	return endedAs(sent, notice.attempts + 1, clock(), chance());
}

/** Writes how one ended; null when it is another sender's by now. */
async function finish({ db, clock }: Go, notice: Claimed, ended: Ended | null): Promise<Ended['state'] | null> {
	return ended && (await end(db, notice, ended, clock())) ? ended.state : null;
}

/** Decides about one notice, sends it where that is decided, and writes how it ended. */
async function sendOne(go: Go, notice: Claimed): Promise<Ended['state'] | null> {
	const { db, keyring, channels, clock, origin } = go;
	const kind = notice.recipient_kind === 'staff' ? 'staff' : 'young person';
	const atOnce = notice.what === 'trying it out';
	const tries = notice.attempts;
	const not = (because: string) => finish(go, notice, { state: 'not sent', because, tries });
	if (kind === 'young person' && !atOnce && (await wasTold(db, notice)))
		return not('another notice told them at the same time');
	const { recipient, language } = await recipientOf(db, keyring, kind, notice.recipient_id);
	const ways = WAYS.filter((way) => channels[way]);
	const decision = decide(recipient, ways, { atOnce, now: clock() });
	if (decision.kind === 'not sent') return not(decision.because);
	if (decision.kind === 'later')
		return finish(go, notice, { state: 'waiting', because: 'their quiet hours', due: decision.due, tries });
	if (decision.kind === 'no way') {
		const because = NO_WAY[decision.way];
		// What was tried out is asked for this minute: nobody wants it in a week.
		if (atOnce) return not(because);
		const due = new Date(clock().getTime() + NO_WAY_MS);
		return finish(go, notice, { state: 'waiting', because, due, tries });
	}
	const { way, to } = decision;
	const channel = channels[way];
	if (!channel) throw new Error('decided on a way that nothing carries');
	const words = wordsOf(kind, notice.what, language, origin);
	const message = { id: notice.id, way, to, ...words, triedBefore: notice.triedBefore };
	return inTurn(go, channel, async () => finish(go, notice, await take(go, channel, notice, message)));
}

/** One that cannot even be read or written is tried again like one that was not answered. */
function sendOrNote(go: Go, notice: Claimed): Promise<Ended['state'] | null> {
	return sendOne(go, notice).catch((fault: unknown) => {
		noteTrouble('sending a notice', fault);
		const because = 'a fault in Earshot itself; the log says where';
		const ended = endedAs({ kind: 'not yet', because }, notice.attempts + 1, go.clock(), go.chance());
		return finish(go, notice, ended);
	});
}

/** Sends everything that is due, a small portion at a time side by side, and says what became of it. */
export async function sendDue(outbox: Outbox): Promise<Figures> {
	const figures: Figures = { sent: 0, 'not sent': 0, waiting: 0, dead: 0 };
	const go: Go = { ...outbox, failures: new Map(), turns: new Map() };
	for (;;) {
		const claimed = await claimDue(outbox.db, outbox.who, outbox.clock());
		if (claimed.length === 0) return figures;
		const states = await Promise.all(claimed.map((notice) => sendOrNote(go, notice)));
		for (const state of states) if (state) figures[state] += 1;
	}
}

/** A clock that begins at an instant, for work that takes longer than one. */
function clockFrom(now: Date): () => Date {
	const began = performance.now();
	return () => new Date(now.getTime() + performance.now() - began);
}

/** The job: sends what is due from an instant on, by the channels of the configuration. */
export function sendNotices(
	db: Database,
	keyring: Keyring,
	configuration: Pick<Configuration, 'channels' | 'origin'>,
	now: Date
): Promise<Figures> {
	const { origin } = configuration;
	const own = { who: `${process.pid}`, clock: clockFrom(now), chance: Math.random };
	return sendDue({ db, keyring, channels: channelsFrom(configuration), origin, ...own });
}
