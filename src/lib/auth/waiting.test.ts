import { expect, it } from 'vitest';
import { whenAgain } from './waiting.ts';

it('says the day when it is over an hour', () => {
	expect(whenAgain(3600, new Date('2027-01-10T14:00:00Z'))).toBe('in 60 minutes, at 15:00');
	expect(whenAgain(86_400, new Date('2027-01-10T14:00:00Z'))).toBe('on Monday at 14:00');
	expect(whenAgain(36_000, new Date('2027-07-10T14:00:30Z'))).toBe('on Sunday at 01:01');
});

it('says minutes and the clock of London, and never too early', () => {
	expect(whenAgain(300, new Date('2027-01-10T14:00:00Z'))).toBe('in 5 minutes, at 14:05');
	expect(whenAgain(241, new Date('2027-01-10T14:00:30Z'))).toBe('in 5 minutes, at 14:05');
	expect(whenAgain(3, new Date('2027-07-10T14:00:00Z'))).toBe('in one minute, at 15:01');
});
