/*
 * Where the pages of questions are in one visit. An address stays in the browser's history, even after leaving quickly, and a
 * page may be open only to those who gave a certain answer: so addresses are drawn anew for each visit. Nothing is stored.
 */
import { deriveKey, keyedHash } from '#lib/secrets/envelope.ts';

/** Sixty bits: too many to guess, and never the same twice among the pages of a visit. */
const LETTERS = 10;

/** Of a visit, what its addresses grow from: random, and known to nobody but the server. */
interface Seeded {
	seed: string;
}

const segmentsOf = ({ seed }: Seeded) => {
	const key = deriveKey('earshot survey address', seed);
	return (page: string): string => `p-${keyedHash(key, page).slice(0, LETTERS)}`;
};

/** The address of a page in this visit: always the same, so that the way back and a second tab find it. */
export function addressOf(visit: Seeded, page: { key: string }): string {
	return `/survey/${segmentsOf(visit)(page.key)}`;
}

/** The page that the last part of an address names in this visit; null for what is made up or another visit's. */
export function pageAt<P extends { key: string }>(visit: Seeded, pages: readonly P[], segment: string): P | null {
	const segmentOf = segmentsOf(visit);
	return pages.find(({ key }) => segmentOf(key) === segment) ?? null;
}
