import { describe, expect, it } from 'vitest';
import { addDays, ageOn, asBritish, readDay } from './day.ts';

describe('a day', () => {
	it('is read as councils and as machines write it', () => {
		expect(readDay('31/03/2018')).toBe('2018-03-31');
		expect(readDay('1/3/2018')).toBe('2018-03-01');
		expect(readDay('2018-03-31')).toBe('2018-03-31');
	});
	it('must be in the calendar', () => {
		for (const text of [
			'31/02/2018',
			'2018-02-29',
			'00/01/2018',
			'2018-13-01',
			'03/31/2018',
			'',
			'31.03.2018',
			'soon'
		]) {
			expect(readDay(text)).toBeNull();
		}
		expect(readDay('29/02/2016')).toBe('2016-02-29');
	});
	it('is told back as people write it', () => {
		expect(asBritish('2018-03-31')).toBe('31/03/2018');
	});
	it('moves over the ends of months and years', () => {
		expect(addDays('2018-12-31', 1)).toBe('2019-01-01');
		expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
	});
});

describe('an age', () => {
	it('changes on the birthday, not before', () => {
		expect(ageOn('2010-04-01', '2018-03-31')).toBe(7);
		expect(ageOn('2010-03-31', '2018-03-31')).toBe(8);
	});
	it('changes on 1 March for someone born on a leap day', () => {
		expect(ageOn('2012-02-29', '2018-02-28')).toBe(5);
		expect(ageOn('2012-02-29', '2018-03-01')).toBe(6);
	});
});
