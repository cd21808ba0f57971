import { expect, it } from 'vitest';
import { passwordFault } from './password.ts';

const ADA = { name: 'Ada Lovelace', email: 'ada.lovelace@council.example' };
const faultOf = (password: string) => passwordFault(password, ADA);

it('takes long passwords of any kind, with spaces and any letters', () => {
	for (const good of [
		'correct horse battery',
		'harbour-listens-1',
		'žluťoučký kůň běží',
		'xK9$mPq2!vLw',
		'tea before the 8:15 train'
	])
		expect(faultOf(good), good).toBeNull();
});

it('says how long it is and how long it must be', () => {
	expect(faultOf('short one')).toContain('9 characters');
	expect(faultOf('x1'.repeat(65))).toContain('at most 128');
	// One letter that some keyboards write as two counts once.
	expect(faultOf('e\u0301'.repeat(11))).toContain('11 characters');
});

it('refuses what many people have, with digits after it, twice over, or in a row', () => {
	for (const common of [
		'password1234',
		'Password1234!',
		'passwordpassword',
		'monkeymonkey99',
		'123456789012',
		'abcdefghijklmno',
		'aaaaaaaaaaaaa',
		'qwertyuiop!!',
		'........12345',
		'abcabcabcabc'
	])
		expect(faultOf(common), common).toContain('Many people');
});

it('refuses one’s own name, address and the name of this product', () => {
	for (const own of ['Ada.Lovelace2027', 'lovelaceada!!', 'earshot-earshot', 'ada@council.example'])
		expect(faultOf(own), own).toContain('your own name');
	expect(faultOf('ada rides a green bicycle')).toBeNull();
});
