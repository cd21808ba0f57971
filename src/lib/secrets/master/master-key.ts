/*
 * Whether a master key can have been drawn at random. Rules only: nobody's key is kept or told here.
 */

/** 32 random bytes have about 30 different ones; fewer than this come up once in more than 10^20 keys. */
const LEAST_DIFFERENT = 14;
const PRINTABLE = { from: 0x20, to: 0x7e };

/** Why 32 bytes are obviously not random, in words; null when nothing can be said against them. */
export function weaknessOf(key: Uint8Array): 'hardly any different bytes' | 'written text' | 'counted up' | null {
	if (new Set(key).size < LEAST_DIFFERENT) return 'hardly any different bytes';
	if (key.every((byte) => byte >= PRINTABLE.from && byte <= PRINTABLE.to)) return 'written text';
	const step = (at: number) => ((key[at] ?? 0) - (key[at - 1] ?? 0) + 256) % 256;
	const steps = new Set(Array.from({ length: key.length - 1 }, (_, at) => step(at + 1)));
	return steps.size <= 2 ? 'counted up' : null;
}
