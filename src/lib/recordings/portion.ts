/*
 * The part of a sound that a player asks for: some play nothing from a server that cannot give them a part. Pure.
 */

/** From byte to byte, both included; null for the whole, 'beyond' where there are no such bytes. */
export type Portion = { from: number; to: number } | null | 'beyond';

/** Reads a Range header of one part, as RFC 9110 section 14.2 has it; whatever else it says means the whole. */
export function portionOf(header: string | null, length: number): Portion {
	const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.trim() ?? '') ?? [];
	if (first === '' && last === '') return null;
	const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
	const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
	if (first !== '' && last !== '' && Number(last) < from) return null;
	return from >= length ? 'beyond' : { from, to };
}
