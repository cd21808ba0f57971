import { expect, test } from 'vitest';
import { open } from '#lib/i18n/en/open.ts';
import {
	allHelplines,
	hasNewNumber,
	helplinesNeedChecking,
	helplinesSchema,
	isFree,
	keyFor,
	moved,
	phoneLink,
	SHIPPED_HELPLINES,
	type Helpline
} from './helplines.ts';

const own: Helpline = {
	key: 'harbour-listens',
	name: 'Harbour Listens',
	number: '023 8000 0000',
	always: false,
	hours: 'Monday to Friday, 4 to 8',
	about: 'Somebody from here, after school.'
};
const firstFault = (lines: readonly Helpline[]) => helplinesSchema.safeParse(lines).error?.issues[0]?.message;

test('a number is dialled by its digits alone', () => {
	expect(phoneLink('0808 808 1001')).toBe('tel:08088081001');
	expect(phoneLink('999')).toBe('tel:999');
});

test('danger comes first, then a line that answers at every hour, whatever the council lists', () => {
	for (const list of [[], SHIPPED_HELPLINES, [own]]) {
		const [first, second] = allHelplines(list);
		expect(first?.number).toBe('999');
		expect(second).toMatchObject({ name: 'Childline', number: '0800 1111', always: true });
	}
	expect(firstFault([{ ...own, key: 'childline', number: '0800 2222' }])).toMatch('there already');
	expect(firstFault([{ ...own, key: 'emergency' }])).toMatch('there already');
});

test('every line says in words of its own what it does', () => {
	const words: Record<string, string> = open.help.lines;
	for (const line of allHelplines(SHIPPED_HELPLINES)) expect(words[line.key], line.key).toMatch(/\w/u);
	expect(Object.keys(words)).toHaveLength(allHelplines(SHIPPED_HELPLINES).length);
	expect(helplinesSchema.parse(SHIPPED_HELPLINES)).toEqual(SHIPPED_HELPLINES);
	expect(firstFault([{ ...own, about: null }])).toMatch('in words for children');
});

test('a number is digits that a child can afford', () => {
	expect(firstFault([own])).toBeUndefined();
	for (const number of ['', 'call us', '+44 23 8000 0000', '0800-1111', '5'])
		expect(firstFault([{ ...own, number }]), number).toMatch('telephone number');
	for (const number of ['0900 123 4567', '0845 123 4567', '118 118', '070 1234 5678'])
		expect(firstFault([{ ...own, number }]), number).toMatch('cost a lot');
	for (const number of ['999', '0800 1111', '0808 808 1001', '116 123', '111', '105'])
		expect(isFree(number)).toBe(true);
	for (const number of ['023 8000 0000', '0300 123 0000', '07700 900 000']) expect(isFree(number)).toBe(false);
});

test('two lines never have one key', () => {
	expect(firstFault([own, own])).toMatch('same name');
	expect(keyFor('  Harbour  Listens ', [])).toBe('harbour-listens');
	expect(keyFor('Harbour listens', ['harbour-listens'])).toBe('harbour-listens-2');
	expect(keyFor('Childline', [])).toBe('childline-2');
	expect(keyFor('???', [])).toBe('line');
});

test('a line moves one place, and stops at the ends', () => {
	const order = (lines: readonly Helpline[]) => lines.map(({ key }) => key);
	expect(order(moved(SHIPPED_HELPLINES, 'coram-voice', -1))).toEqual(['coram-voice', 'nyas', 'help-at-hand']);
	expect(order(moved(SHIPPED_HELPLINES, 'coram-voice', 1))).toEqual(['nyas', 'help-at-hand', 'coram-voice']);
	expect(moved(SHIPPED_HELPLINES, 'nyas', -1)).toEqual(SHIPPED_HELPLINES);
	expect(moved(SHIPPED_HELPLINES, 'help-at-hand', 1)).toEqual(SHIPPED_HELPLINES);
	expect(moved(SHIPPED_HELPLINES, 'nobody', 1)).toEqual(SHIPPED_HELPLINES);
});

test('after ninety days, or when nobody ever did, somebody should ring them all', () => {
	expect(helplinesNeedChecking(null, '2027-03-01')).toBe(true);
	expect(helplinesNeedChecking('2026-12-01', '2027-03-01')).toBe(false);
	expect(helplinesNeedChecking('2026-11-30', '2027-03-01')).toBe(true);
});

test('a number is new when the list before did not have it', () => {
	expect(hasNewNumber([own], [])).toBe(false);
	expect(hasNewNumber([own], [{ ...own, name: 'Another name' }])).toBe(false);
	expect(hasNewNumber(SHIPPED_HELPLINES, [...SHIPPED_HELPLINES, own])).toBe(true);
});
