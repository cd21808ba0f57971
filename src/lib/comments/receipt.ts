/*
 * Receipts: four plain words that a young person may keep for each comment. They identify no one.
 * Only their form lives here; what a receipt opens comes with "Every word is read".
 */
import { RECEIPT_WORDS } from './receipt-words.ts';

export const WORDS_IN_RECEIPT = 4;
const BITS = 10;

/** Four words from at least five random bytes: 40 bits, ten a word. */
export function receiptFromBytes(bytes: Uint8Array): string {
	let number = 0n;
	for (const byte of bytes.subarray(0, 5)) number = (number << 8n) | BigInt(byte);
	return Array.from({ length: WORDS_IN_RECEIPT }, (_, place) => {
		const index = Number((number >> BigInt(BITS * place)) & 1023n);
		return RECEIPT_WORDS[index] ?? '';
	}).join(' ');
}
