import { expect, test } from 'vitest';
import { CLOCK_KEYS, CLOCKS, inUnits } from './clock.ts';
import { areaOfDistrict } from './district.ts';
import { readValue, SETTING_KEYS, settingOf, SETTINGS, SHIPPED } from './registry.ts';

const takes = (key: keyof typeof SETTINGS, value: unknown) => settingOf(key).schema.safeParse(value).success;

test('what is shipped may be set, and comes back from JSON as it was', () => {
	for (const key of SETTING_KEYS) {
		const { shipped, told } = settingOf(key);
		expect(readValue(key, JSON.stringify(shipped)), key).toEqual({ value: shipped });
		expect(told(shipped), key).toMatch(/\S/u);
	}
});

test('what the program keeps for itself is no setting', () => {
	for (const key of ['keyring', 'two administrators', 'lock']) expect(SETTING_KEYS).not.toContain(key);
});

test('what an earlier version wrote as plain words is still read', () => {
	expect(readValue('council name', 'Exampleton City')).toEqual({ value: 'Exampleton City' });
	expect(readValue('council name', '1984')).toEqual({ value: '1984' });
	expect(readValue('helplines checked', '2027-03-01')).toEqual({ value: '2027-03-01' });
	expect(readValue('clock: letter', '"soon"')).toBeNull();
});

test('words are tidied, and have room for a line and no more', () => {
	expect(SETTINGS['council name'].schema.parse('  Harbour \n City  ')).toBe('Harbour City');
	expect(takes('council name', ' ')).toBe(false);
	expect(takes('council name', 'x'.repeat(121))).toBe(false);
	expect(takes('welcome', null)).toBe(true);
});

test('a clock may be quicker than the law, never slower', () => {
	for (const key of CLOCK_KEYS) {
		const { least, most, shipped } = CLOCKS[key];
		expect(least).toBeLessThanOrEqual(shipped);
		expect(most).toBeGreaterThanOrEqual(shipped);
		for (const wrong of [least - 1, most + 1, 1.5, '3', null]) expect(takes(key, wrong), `${key} ${wrong}`).toBe(false);
	}
	expect(CLOCKS['clock: first review'].most).toBe(20);
	expect([inUnits(1, 'working days'), inUnits(3, 'months')]).toEqual(['1 working day', '3 months']);
});

test('districts are listed once each, tidy and in order, and tell who lives outside', () => {
	const inside = SETTINGS.districts.schema.parse(['Woolston ', 'bevois', '', 'Bevois', 'woolston']);
	expect(inside).toEqual(['Bevois', 'woolston']);
	expect(areaOfDistrict(' WOOLSTON', inside)).toBe('inside');
	expect(areaOfDistrict('Far away', inside)).toBe('outside');
	expect(areaOfDistrict(null, inside)).toBe('unknown');
	expect(areaOfDistrict('Woolston', SHIPPED.districts)).toBe('unknown');
});

test('the way out leads to another site that everybody can open', () => {
	const { schema } = SETTINGS['quick exit address'];
	expect(schema.parse(' https://www.bbc.co.uk/weather ')).toBe('https://www.bbc.co.uk/weather');
	expect(schema.parse('https://WWW.example.org/a"b')).toBe('https://www.example.org/a%22b');
	for (const wrong of [
		'http://www.bbc.co.uk',
		'javascript:alert(1)',
		'https://localhost/',
		'https://10.0.0.1/',
		'https://intranet/',
		'https://site.internal/',
		'https://me:you@example.org/',
		'https://example.org:8443/',
		'weather',
		''
	])
		expect(takes('quick exit address', wrong), wrong).toBe(false);
	for (const odd of ["https://example.org/?a='onload=", 'https://example.org/<script>'])
		expect(schema.parse(odd)).not.toMatch(/['"<>]/u);
});
