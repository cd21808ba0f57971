import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { RECEIPT_WORDS } from './receipt-words.ts';
import { receiptFromBytes, WORDS_IN_RECEIPT } from './receipt.ts';

it('makes four words of the list from forty bits, and other words from other bits', () => {
	const seen = new Set<string>();
	for (let bit = 0; bit < 40; bit += 1) {
		const bytes = Buffer.alloc(5);
		bytes[Math.floor(bit / 8)] = 1 << (bit % 8);
		const receipt = receiptFromBytes(bytes);
		expect(receipt.split(' ')).toHaveLength(WORDS_IN_RECEIPT);
		seen.add(receipt);
	}
	expect(seen.size).toBe(40);
	expect(receiptFromBytes(Buffer.alloc(5))).toBe(`${RECEIPT_WORDS[0]} `.repeat(4).trim());
	expect(receiptFromBytes(Buffer.alloc(5, 255))).toBe(`${RECEIPT_WORDS[1023]} `.repeat(4).trim());
});

it('gives the same words for the same bytes, and uses every word', () => {
	const bytes = randomBytes(32);
	expect(receiptFromBytes(bytes)).toBe(receiptFromBytes(Buffer.from(bytes)));
	const used = new Set<string>();
	for (let number = 0; number < 1024; number += 1) {
		const five = Buffer.alloc(5);
		five.writeUInt16BE(number, 3);
		used.add(receiptFromBytes(five).split(' ')[0] ?? '');
	}
	expect(used.size).toBe(1024);
});
