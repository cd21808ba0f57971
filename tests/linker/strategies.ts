/*
 * The attacker's ways to lay one order beside another, and what chance alone would give. Pure.
 * For a random matching of n the number of right pairs has mean 1 and standard deviation 1 (close to Poisson's).
 */

export const CHANCE = 1;
export const SIGMA = 1;

/** How many of the pairs (same place in both orders) are right; `truth` gives the owner of each linked thing. */
export function rightPairs(
	owners: readonly string[],
	things: readonly string[],
	truth: ReadonlyMap<string, string>
): number {
	return things.filter((thing, place) => truth.get(thing) === owners[place]).length;
}

/** Puts things into the order of a number, those without one last. */
export function inOrderOf(things: readonly string[], numbers: ReadonlyMap<string, number>): string[] {
	const of = (thing: string) => numbers.get(thing) ?? Number.MAX_VALUE;
	return [...things].sort((one, other) => of(one) - of(other));
}

/** The chance of more than k right pairs by luck. */
export function tailAbove(k: number): number {
	let term = Math.exp(-CHANCE);
	let sum = term;
	for (let i = 1; i <= k; i += 1) {
		term *= CHANCE / i;
		sum += term;
	}
	return 1 - sum;
}

/**
 * The most right pairs that the best of many strategies may show before it is called a link: chance + 3σ for one,
 * more for the best of many, so that luck raises a false alarm once in a million runs.
 */
export function mostByLuck(strategies: number): number {
	let k = CHANCE + 3 * SIGMA;
	while (strategies * tailAbove(k) > 1e-6) k += 1;
	return k;
}
