import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressInPart, NO_CHOICE, readChoice, WAYS } from './choice.ts';

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

it('keeps the address that no form shows where its field is left empty, and only there', () => {
	const kept = { ...NO_CHOICE, way: 'text', address: '07700900123' } as const;
	const given = { quietFrom: '22', quietTo: '7' };
	const after = (more: Record<string, string>) => readChoice({ ...given, ...more }, WAYS, kept);
	const changed = { kind: 'right', choice: { ...kept, quietFrom: 22, quietTo: 7 } };
	expect(after({ way: 'text', text: ' ' })).toEqual(changed);
	expect(after({ way: 'text' })).toEqual(changed);
	expect(after({ way: 'text', text: '07700 900 456' })).toMatchObject({ choice: { address: '07700900456' } });
	expect(after({ way: 'text', text: '…123' })).toEqual({ kind: 'wrong', fault: 'text' });
	expect(after({ way: 'email', email: '' })).toEqual({ kind: 'wrong', fault: 'email' });
	expect(after({ way: 'none' })).toMatchObject({ choice: { way: 'none', address: null } });
	expect(read({ way: 'text', text: '' })).toEqual({ kind: 'wrong', fault: 'text' });
});

it.each([
	['07700900123', '…123'],
	['sam.lee@mail.example', '…lee@…'],
	['sam@mail.example', '…m@…'],
	['s@mail.example', '…@…'],
	['Sam Lee\n1 High Street\nSO14 7DW', '…7DW'],
	[null, null]
])('of %j it shows %j', (address, shown) => expect(addressInPart(address)).toBe(shown));

it('never shows more than half of what stands before an @, nor more than three characters', () => {
	fc.assert(
		fc.property(fc.emailAddress(), (address) => {
			const name = address.slice(0, address.lastIndexOf('@'));
			const shown = (addressInPart(address) ?? '').slice(1, -2);
			return shown.length <= Math.min(3, name.length / 2) && name.endsWith(shown);
		})
	);
});
