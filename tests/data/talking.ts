/*
 * A young person who talks to someone, and a lead who answers, by the real operations: for tests and journeys.
 */
import type { SignedIn, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { sendConcern, type Sent } from '#lib/concerns/asking.server.ts';
import { answerConcern } from '#lib/concerns/board/answers.server.ts';
import { closeConcern } from '#lib/concerns/board/closings.server.ts';
import { openConcern } from '#lib/concerns/board/threads.server.ts';
import type { Asking } from '#lib/concerns/given.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Sending } from '#lib/secrets/once.server.ts';
import { youngAccount } from '../accounts.ts';

export const ASKING: Asking = {
	wish: 'not sure',
	topic: 'being hurt or afraid',
	words: 'I am afraid of going home. Canaryword.',
	reply: 'ring',
	address: '07700 900123',
	safeWhen: 'at school',
	name: null
};

/** A form of its own, in a browser of its own. */
export const sending = (): Sending => ({ once: randomId(), browser: randomId() });

/** @throws when it was not sent. */
export function sentOf(sent: Sent | undefined): Extract<Sent, { kind: 'sent' }> {
	if (sent?.kind !== 'sent') throw new Error(`not sent: ${sent?.kind}`);
	return sent;
}

/** Somebody with an account, as an actor. */
export async function accountHolder(db: Database): Promise<YoungPersonSignedIn> {
	const { id, youngPersonId } = await youngAccount(db);
	return { accountId: id, youngPersonId };
}

/** Sends once; gives the id and the code, if there is one. */
export async function sentBy(
	db: Database,
	keyring: Keyring,
	asker: YoungPersonSignedIn | null,
	now: Date,
	more: Partial<Asking> = {}
) {
	return sentOf(await sendConcern(db, keyring, asker, { ...ASKING, ...more }, sending(), now));
}

/** A colleague opens it and answers; with `done` it is closed after that. */
export async function answeredBy(
	db: Database,
	keyring: Keyring,
	actor: SignedIn,
	{ id, words, done }: { id: string; words: string; done?: string },
	now: Date
): Promise<void> {
	const print = async () => (await openConcern(db, keyring, actor, id, now))?.print ?? '';
	const answered = await answerConcern(db, keyring, actor, { concern: id, print: await print(), words }, now);
	if (answered.kind !== 'answered') throw new Error(`not answered: ${answered.kind}`);
	if (done === undefined) return;
	const closing = { concern: id, print: await print(), forThem: done, forRecord: '' };
	const closed = await closeConcern(db, keyring, actor, closing, now);
	if (closed.kind !== 'closed') throw new Error(`not closed: ${closed.kind}`);
}
