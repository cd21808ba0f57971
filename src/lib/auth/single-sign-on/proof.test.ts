import { describe, expect, it } from 'vitest';
import { isOneIssuer, isProvenSince, provenAt, sawTwoFactors } from './proof.ts';

describe('what a provider says about factors', () => {
	it('counts when it names several, or methods of two kinds', () => {
		for (const amr of [['mfa'], ['pwd', 'mfa'], ['pwd', 'otp'], ['hwk', 'pin'], ['fpt', 'hwk'], ['pwd', 'sms']])
			expect(sawTwoFactors(amr), String(amr)).toBe(true);
	});
	it('does not count for one kind, for unknown words, or for nothing', () => {
		for (const amr of [
			['pwd'],
			['otp'],
			['pwd', 'pin'],
			['otp', 'hwk'],
			['pwd', 'kba'],
			['pwd', 'geo'],
			[],
			'mfa',
			null
		])
			expect(sawTwoFactors(amr), String(amr)).toBe(false);
		expect(sawTwoFactors(['constructor', 'toString'])).toBe(false);
	});
});

it('is as old as the provider says, and older than anything when it does not say', () => {
	expect(provenAt(1_804_000_000)).toEqual(new Date('2027-03-02T15:06:40Z'));
	for (const nothing of [undefined, null, '1804000000', Number.NaN, -5, 1e300, Number.POSITIVE_INFINITY, {}])
		expect(provenAt(nothing), String(nothing)).toEqual(new Date(0));
});

it('is of the one issuer that was asked, never of one of many directories', () => {
	const council = 'https://login.microsoftonline.com/72f988bf/v2.0';
	expect(isOneIssuer(council, council)).toBe(true);
	for (const other of ['https://login.microsoftonline.com/another/v2.0', `${council}/`, ''])
		expect(isOneIssuer(other, council), other).toBe(false);
	for (const blank of ['https://login.microsoftonline.com/{tenantid}/v2.0', 'https://x.example/%7Btenantid%7D']) {
		expect(isOneIssuer(council, blank)).toBe(false);
		expect(isOneIssuer(blank, blank)).toBe(false);
	}
});

it('a proof is fresh when it was given after we asked, with a minute for two clocks', () => {
	const asked = Date.parse('2027-03-01T09:00:00Z');
	expect(isProvenSince(asked / 1000 + 5, asked)).toBe(true);
	expect(isProvenSince(asked / 1000 - 59, asked)).toBe(true);
	expect(isProvenSince(asked / 1000 - 61, asked)).toBe(false);
	for (const missing of [undefined, null, String(asked / 1000)]) expect(isProvenSince(missing, asked)).toBe(false);
});
