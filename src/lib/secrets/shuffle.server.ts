/*
 * Putting things into an order that says nothing. Only the shuffle lives here.
 */
import { randomInt } from 'node:crypto';

/** Fisher and Yates' shuffle with cryptographic randomness. */
export function shuffled<T>(items: readonly T[]): T[] {
	const order = [...items];
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = randomInt(at + 1);
		[order[at], order[other]] = [order[other] as T, order[at] as T];
	}
	return order;
}
