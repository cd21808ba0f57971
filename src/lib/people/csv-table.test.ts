import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTable, tellFault, type CsvFile } from './csv-table.ts';

const schema = z.object({ CHILD: z.string().min(1, { error: 'is empty' }), AGE: z.string() });
const file = (content: string | Uint8Array): CsvFile => ({ name: 'x.csv', bytes: Buffer.from(content) });
const read = (content: string | Uint8Array) => readTable(file(content), schema, ['CHILD', 'AGE']);

function rowsOf(content: string) {
	const table = read(content);
	return table.kind === 'read' ? table.rows.map((row) => row.data) : table.fault.reason;
}

describe('a CSV table', () => {
	it('reads alike with a byte order mark, either line ending, another order and columns nobody asked for', () => {
		const expected = [{ CHILD: 'a', AGE: '7' }];
		for (const content of [
			'CHILD,AGE\na,7\n',
			'\ufeffCHILD,AGE\r\na,7\r\n',
			'AGE,UPN,CHILD\n7,zz,a',
			'"child" , Age\n"a",7\n\n'
		]) {
			expect(rowsOf(content)).toEqual(expected);
		}
	});
	it('says file, line, column and reason of a row it cannot take, and takes the others', () => {
		const table = read('CHILD,AGE\na,1\n,2\nb,3\nc\n');
		if (table.kind !== 'read') throw new Error(table.fault.reason);
		expect(table.rows.map((row) => [row.line, row.data.CHILD])).toEqual([
			[2, 'a'],
			[4, 'b']
		]);
		expect(table.faults.map(tellFault)).toEqual([
			'x.csv:3 CHILD: is empty',
			'x.csv:5 has 1 fields where the first line has 2'
		]);
		expect([...table.faultyKeys]).toEqual(['', 'c']);
	});
	it('counts lines as an editor does, over an empty one and a quoted line break', () => {
		const table = read('CHILD,AGE\r\n\r\na,"1\r\n2"\r\n,3\r\n');
		expect(table.kind === 'read' && table.faults.map((fault) => fault.line)).toEqual([5]);
	});
	it('refuses a file without a needed column and says what the file has', () => {
		expect(rowsOf('CHILD;AGE\na;7')).toBe('has no columns CHILD, AGE; its first line says CHILD;AGE');
		expect(rowsOf('CHILD,YEARS\na,7')).toBe('has no column AGE; its first line says CHILD, YEARS');
		expect(rowsOf('CHILD,AGE,CHILD\na,7,b')).toBe('has the column CHILD twice');
	});
	it('refuses what is no CSV and says how to make one', () => {
		expect(rowsOf('')).toContain('is empty');
		expect(rowsOf('PK\u0003\u0004')).toContain('spreadsheet');
		expect(rowsOf('CHILD,AGE\n"a,7\nb,8\n')).toContain('quotation mark');
		const latin = read(Buffer.from([...Buffer.from('CHILD,AGE\n'), 0xe9, 0x2c, 0x37]));
		expect(latin.kind === 'refused' && latin.fault.reason).toContain('not UTF-8');
	});
});
