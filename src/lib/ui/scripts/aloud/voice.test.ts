import { describe, expect, it } from 'vitest';
import { rateFor, voiceFor } from './voice.ts';

const voice = (lang: string, localService = true, more: { default?: boolean } = {}) => ({
	lang,
	localService,
	...more
});

describe('the voice that reads', () => {
	it('is none where none lives on the device', () => {
		expect(voiceFor([voice('en-GB', false), voice('en-US', false)], 'en')).toBeUndefined();
		expect(voiceFor([], 'en')).toBeUndefined();
	});

	it('is none where none speaks the language of the page', () => {
		expect(voiceFor([voice('de-DE'), voice('enm')], 'en')).toBeUndefined();
	});

	it('speaks as people here do, whichever is first, however the device writes it', () => {
		const here = voice('en_GB');
		expect(voiceFor([voice('en-US', true, { default: true }), here], 'en')).toBe(here);
	});

	it('is the one the device likes best among those that fit', () => {
		const liked = voice('en-GB', true, { default: true });
		expect(voiceFor([voice('en-GB'), liked, voice('cy-GB', true, { default: true })], 'en')).toBe(liked);
	});

	it('speaks the language from elsewhere before it says nothing', () => {
		expect(voiceFor([voice('fr-FR'), voice('en-AU')], 'en')?.lang).toBe('en-AU');
		expect(voiceFor([voice('cy-GB')], 'cy')?.lang).toBe('cy-GB');
	});
});

it('reads at the pace that was chosen, and calmly where none was', () => {
	expect(['slow', 'normal', 'quick', undefined, 'toString'].map(rateFor)).toEqual([0.7, 0.9, 1.1, 0.9, 0.9]);
});
