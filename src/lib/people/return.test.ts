import { describe, expect, it } from 'vitest';
import { csv, EPISODES, HEADERS, smallReturn, STAYS } from '../../../tests/data/small-return.ts';
import { tellFault } from './csv-table.ts';
import { readReturn, type ReturnFiles } from './return.ts';

const faultsOf = (files: ReturnFiles): string[] => readReturn(files).faults.map(tellFault);
const withStay = (...stays: string[]): ReturnFiles => smallReturn({ stays: [...STAYS, ...stays] });

describe('a statutory return', () => {
	it('is read whole when every row is sound, with dates of either kind', () => {
		const read = readReturn(withStay('C3,2014-01-09,S,C2,N1,U4,2018-01-31,E4A'));
		if (read.kind !== 'read') throw new Error('refused');
		expect(read.faults).toEqual([]);
		expect(read.data.children.size).toBe(4);
		expect(read.data.episodes.get('C3')?.[0]).toMatchObject({ DECOM: '2014-01-09', DEC: '2018-01-31' });
		expect(read.data.careLeavers?.get('C3')).toBe('YES');
	});
	it('lists a bad cell with file, line, column and reason', () => {
		expect(faultsOf(withStay('C3,31/02/2016,S,C2,N1,U4,,'))).toEqual([
			'episodes.csv:6 DECOM: "31/02/2016" is not a date such as 31/03/2018 or 2018-03-31'
		]);
		expect(faultsOf(withStay('C3,01/02/2016,S,care,N1,U4,soon,'))).toEqual([
			'episodes.csv:6 LS: "care" is not a legal status such as C2',
			'episodes.csv:6 DEC: "soon" is not a date such as 31/03/2018 or 2018-03-31'
		]);
		expect(faultsOf(smallReturn({ reviews: ['A1,01/02/2018,PN9'] }))).toEqual([
			'reviews.csv:2 REVIEW_CODE: "PN9" is not a code from PN0 to PN7'
		]);
	});
	it('lists rows that do not fit together', () => {
		expect(faultsOf(withStay('A1,10/09/2017,P,C2,N1,U4,,'))[0]).toContain('is the start of another episode of A1 too');
		expect(faultsOf(withStay('C3,01/02/2016,S,C2,N1,U4,31/01/2016,E4A'))[0]).toContain('DEC: is before DECOM');
		expect(faultsOf(withStay('C3,01/02/1999,S,C2,N1,U4,,'))[0]).toContain('before the date of birth');
		expect(faultsOf(withStay('Z9,01/02/2016,S,C2,N1,U4,,'))[0]).toBe('episodes.csv:6 CHILD: Z9 is not in header.csv');
		expect(faultsOf(smallReturn({ headers: [...HEADERS, 'A1,2,01/05/2009,WBRI'] }))).toEqual([
			'header.csv:6 CHILD: A1 is listed before'
		]);
	});
	it('reports a child with a bad header row once, not again for each episode', () => {
		expect(faultsOf(smallReturn({ headers: ['A1,1,tomorrow,WBRI', ...HEADERS.slice(1)] }))).toHaveLength(1);
	});
	it('is refused when a file lacks a needed column, naming every such file', () => {
		const files = {
			...smallReturn(),
			episodes: csv('e.csv', 'CHILD,LS', 'A1,C2'),
			header: csv('h.csv', 'CHILD', 'A1')
		};
		const read = readReturn(files);
		expect(read.kind).toBe('refused');
		expect(read.faults.map((fault) => fault.file)).toEqual(['h.csv', 'e.csv']);
		expect(EPISODES).toContain(read.faults[1]?.reason.match(/has no columns (\w+)/)?.[1]);
	});
});
