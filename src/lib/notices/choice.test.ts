import { expect, it } from 'vitest';
import { readChoice, WAYS } from './choice.ts';

const read = (given: Record<string, string>, ways = WAYS as readonly (typeof WAYS)[number][]) =>
	readChoice({ quietFrom: '21', quietTo: '8', ...given }, ways);

it.each([
	[{ way: 'none', text: '07700 900123' }, null],
	[{ way: 'email', email: ' sam.lee@mail.example ' }, 'sam.lee@mail.example'],
	[{ way: 'text', text: '07700 900 123' }, '07700900123'],
	[{ way: 'text', text: '+44 (0)7700' }, 'wrong'],
	[{ way: 'text', text: '0044 7700 900123' }, '+447700900123'],
	[{ way: 'text', text: '+353 85 012 3456' }, '+353850123456'],
	[{ way: 'text', text: '999' }, 'wrong'],
	[{ way: 'text', text: '02380 900123' }, 'wrong'],
	[{ way: 'email', email: 'sam.lee' }, 'wrong'],
	[{ way: 'email', text: '07700 900123' }, 'wrong'],
	[
		{ way: 'letter', letter: 'Sam Lee\r\n1 High  Street\r\n\r\nTown\r\nso14 7dw\r\n' },
		'Sam Lee\n1 High Street\nTown\nso14 7dw'
	],
	[{ way: 'letter', letter: 'Sam Lee, 1 High Street, SO14 7DW' }, 'Sam Lee\n1 High Street\nSO14 7DW'],
	[{ way: 'letter', letter: 'Sam Lee\n1 High Street\nTown' }, 'wrong'],
	[{ way: 'letter', letter: 'SO14 7DW' }, 'wrong']
])('%j is read as %j', (given, address) => {
	const choice = read(given);
	if (address === 'wrong') expect(choice).toEqual({ kind: 'wrong', fault: given.way });
	else expect(choice).toEqual({ kind: 'right', choice: { way: given.way, address, quietFrom: 21, quietTo: 8 } });
});

it('takes no way that is not offered, no hour that is none, and no form that is not whole', () => {
	expect(read({ way: 'text', text: '07700 900123' }, ['email'])).toEqual({ kind: 'wrong', fault: 'way' });
	expect(read({ way: 'pigeon' })).toEqual({ kind: 'wrong', fault: 'way' });
	expect(read({ way: 'none', quietTo: '24' })).toEqual({ kind: 'wrong', fault: 'hours' });
	expect(readChoice({}, WAYS)).toEqual({ kind: 'wrong', fault: 'way' });
});
