/*
 * A device in words that a child knows it by, from the coarse words that are kept of it (auth/device.ts).
 */
import type { Translate } from '#lib/i18n/translate.ts';

const KINDS: Readonly<Record<string, string>> = {
	Windows: 'computer',
	Linux: 'computer',
	'a Mac': 'computer',
	'an Android device': 'android'
};

/** "a computer, with Chrome" for "Chrome on Linux"; what is not known so stays as it is. */
export function deviceInWords(t: Translate, device: string): string {
	const [browser, kept] = device.split(' on ');
	if (!browser || !kept) return device;
	const key = KINDS[kept];
	return t('account:device.with', { kind: key ? t(`account:device.${key}`) : kept, browser });
}
