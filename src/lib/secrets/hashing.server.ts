/*
 * All password-like hashing of this process: Argon2id, one at a time for each door,
 * with an honest "busy" when the queue is long. Who is hashed, and how often one may guess, is decided elsewhere.
 */
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LONGEST_QUEUE = 400;

interface Lane {
	waiting: number;
	last: Promise<unknown>;
}

export type Door = 'codes' | 'staff' | 'young people';

/** Survey codes, staff and young people wait apart: a crowd at one door must not shut another. */
const LANES: Record<Door, Lane> = {
	codes: { waiting: 0, last: Promise.resolve() },
	staff: { waiting: 0, last: Promise.resolve() },
	'young people': { waiting: 0, last: Promise.resolve() }
};

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
export async function isSecret(door: Door, hashed: string | null, secret: string): Promise<boolean | 'busy'> {
	const lane = LANES[door];
	if (lane.waiting >= LONGEST_QUEUE) return 'busy';
	lane.waiting += 1;
	const turn = lane.last.then(async () => {
		const right = await verify(hashed ?? (await nobody), secret);
		return hashed !== null && right;
	});
	lane.last = turn.catch(() => undefined).finally(() => (lane.waiting -= 1));
	return turn;
}
