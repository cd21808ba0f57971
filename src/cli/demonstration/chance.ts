/*
 * Chance that can be repeated: a small generator (mulberry32) from a seed, for demonstration data only.
 * Nothing secret may ever be drawn from here.
 */

export interface Chance {
	/** At least 0 and under 1. */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	between(least: number, most: number): number;
	/** True with this probability. */
	happens(probability: number): boolean;
	pick<T>(list: readonly T[]): T;
	/** Picks by weight: `[what, weight]`. */
	weighed<T>(list: readonly (readonly [T, number])[]): T;
}

/** The same seed gives the same draws on every machine. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
	const chance: Chance = {
		next,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		happens: (probability) => next() < probability,
		pick(list) {
			const picked = list[Math.floor(next() * list.length)];
			if (picked === undefined) throw new Error('nothing to pick from');
			return picked;
		},
		weighed(list) {
			let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [what, weight] of list) if ((left -= weight) < 0) return what;
			return chance.pick(list)[0];
		}
	};
	return chance;
}
