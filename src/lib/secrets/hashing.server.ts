/*
 * One queue for all password-like hashing of this process: Argon2id, one at a time beside the other work,
 * with an honest "busy" when the queue is long. Who is hashed, and how often one may guess, is decided elsewhere.
 */
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LONGEST_QUEUE = 400;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** A salted Argon2id hash; for issuing, where the caller sets the pace. */
export function slowHash(secret: string): Promise<string> {
	return hash(secret, COST);
}

// What is compared with when there is nothing to compare: the answer takes as long as for what exists.
const nobody = slowHash('nobody has this');

/**
 * Whether the secret is the hashed one; null stands for "no such thing", and takes just as long.
 * Returns 'busy' when more are waiting than can be answered in a few seconds.
 */
export async function isSecret(hashed: string | null, secret: string): Promise<boolean | 'busy'> {
	if (waiting >= LONGEST_QUEUE) return 'busy';
	waiting += 1;
	const turn = last.then(async () => {
		const right = await verify(hashed ?? (await nobody), secret);
		return hashed !== null && right;
	});
	last = turn.catch(() => undefined).finally(() => (waiting -= 1));
	return turn;
}
