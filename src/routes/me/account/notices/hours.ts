/*
 * Hours of the day in the words of a clock on the wall. Only that lives here.
 */
import type { Translate } from '#lib/i18n/translate.ts';

const PARTS = [
	{ from: 22, key: 'night' },
	{ from: 18, key: 'evening' },
	{ from: 13, key: 'afternoon' },
	{ from: 6, key: 'morning' },
	{ from: 1, key: 'night' }
] as const;

/** Every hour, 0 to 23. */
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** "9 in the evening"; midnight and midday by their names. */
export function hourInWords(t: Translate, hour: number): string {
	if (hour === 0) return t('notices:choose.midnight');
	if (hour === 12) return t('notices:choose.midday');
	const part = PARTS.find(({ from }) => hour >= from)?.key ?? 'night';
	return t(`notices:choose.${part}`, { hour: hour > 12 ? hour - 12 : hour });
}
