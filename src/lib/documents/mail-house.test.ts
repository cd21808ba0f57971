import { describe, expect, it } from 'vitest';
import { mailHouseCsv } from './mail-house.ts';

const row = {
	child: '123',
	firstName: 'Amina',
	version: '11-17',
	code: 'ABCD-EFGH',
	language: 'Arabic',
	addressUnsafe: true
};

describe('the mail house’s list', () => {
	it('has one line a card, and empty cells on a spare one', () => {
		const spare = {
			child: null,
			firstName: null,
			version: '8-10',
			code: 'JKMN-PQRS',
			language: null,
			addressUnsafe: false
		};
		expect(mailHouseCsv([row, spare])).toBe(
			'\ufeffchild,first_name,version,code,language,address_unsafe\r\n' +
				'123,Amina,11-17,ABCD-EFGH,Arabic,yes\r\n' +
				',,8-10,JKMN-PQRS,,no\r\n'
		);
	});
	it('keeps a spreadsheet from running a name as a formula', () => {
		for (const name of ['=1+1', '+1', '-1', '@sum', '\tx']) {
			expect(mailHouseCsv([{ ...row, firstName: name }])).toContain(`,'${name}`);
		}
	});
});
