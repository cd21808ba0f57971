import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RECEIPT_WORDS } from './receipt-words.ts';

describe('the words of receipts', () => {
	it('are 1024, all different, in three to eight small letters', () => {
		expect(RECEIPT_WORDS).toHaveLength(1024);
		expect(new Set(RECEIPT_WORDS).size).toBe(1024);
		expect(RECEIPT_WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
	});

	it('never differ by a plural alone', () => {
		const known = new Set(RECEIPT_WORDS);
		expect(RECEIPT_WORDS.filter((word) => known.has(`${word}s`) || known.has(`${word}es`))).toEqual([]);
	});

	it('stand in alphabetical order and stay what they were, because receipts on paper depend on it', () => {
		expect(RECEIPT_WORDS).toEqual([...RECEIPT_WORDS].sort());
		const digest = createHash('sha256').update(RECEIPT_WORDS.join(' ')).digest('hex');
		expect(digest).toBe('8f1368db3ef7f00e14014ef126f0ce02093c0e7c8730d460d4e94a902d11d074');
	});
});
