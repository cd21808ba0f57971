import { describe, expect, it } from 'vitest';
import { nothingBecause, whatMayBeSent, type Sendable } from './sending.ts';

const DAY = '2027-03-01';
const child: Sendable = {
	standing: 'in care',
	born: '2015-05-01',
	died: false,
	withAdopters: false,
	optedOut: false,
	shortBreaks: false,
	addressUnsafe: false
};
const may = (changes: Partial<Sendable> = {}) =>
	whatMayBeSent({ ...child, ...changes }, DAY)
		.filter((one) => one.may)
		.map(({ way }) => way);

describe('what may be sent', () => {
	it('is everything to a child in care and to a care leaver', () => {
		expect(may()).toEqual(['survey', 'post', 'account']);
		expect(may({ standing: 'care leaver', born: '2006-05-01' })).toEqual(['survey', 'post', 'account']);
	});
	it('is nothing, ever, about a child who has died, whatever else is noted', () => {
		expect(may({ died: true })).toEqual([]);
		expect(may({ died: true, standing: 'left', withAdopters: true, optedOut: true })).toEqual([]);
		expect(nothingBecause({ ...child, died: true, withAdopters: true })).toBe('died');
	});
	it('is nothing to a child with adopters, and says that their IRO decides', () => {
		expect(may({ withAdopters: true })).toEqual([]);
		expect(whatMayBeSent({ ...child, withAdopters: true }, DAY)[0]?.because).toContain('IRO');
	});
	it('is nothing to who asked for nothing', () => {
		expect(may({ optedOut: true })).toEqual([]);
	});
	it('lets who asked for nothing ask for an account, and an IRO decide about one with adopters', () => {
		const account = (changes: Partial<Sendable>) =>
			whatMayBeSent({ ...child, ...changes }, DAY).find(({ way }) => way === 'account');
		expect(account({ optedOut: true })).toMatchObject({ may: false, unless: 'only if they ask for one' });
		expect(account({ withAdopters: true, optedOut: true })?.unless).toContain('IRO');
		expect(account({ died: true, optedOut: true })?.unless).toBeUndefined();
	});
	it('leaves the account to who has left', () => {
		expect(may({ standing: 'left' })).toEqual(['account']);
	});
	it('is no post where the address is not safe', () => {
		expect(may({ addressUnsafe: true })).toEqual(['survey', 'account']);
	});
	it('is no survey under four, on short breaks, or above twenty-five', () => {
		expect(may({ born: '2023-03-02' })).toEqual(['post', 'account']);
		expect(may({ born: '2023-03-01' })).toContain('survey');
		expect(may({ shortBreaks: true })).toEqual(['post', 'account']);
		expect(may({ standing: 'care leaver', born: '2001-03-01' })).toEqual(['post', 'account']);
	});
	it('gives a reason for each way', () => {
		for (const changes of [{}, { died: true }, { standing: 'left' as const }])
			for (const { because } of whatMayBeSent({ ...child, ...changes }, DAY)) expect(because).toMatch(/\.$/);
	});
});
