/*
 * Which voice reads, and how fast. Only voices that live on this device: others would send what they read to somebody.
 */
interface Voice {
	readonly lang: string;
	readonly localService: boolean;
	readonly default?: boolean;
}

/** Where a language is spoken in several ways, the way it is spoken here. */
const HERE: Readonly<Record<string, string>> = { en: 'en-gb' };

const NORMAL = 0.9;
const RATES = new Map([
	['slow', 0.7],
	['quick', 1.1]
]);

/** Some devices write en_GB. */
const plain = (tag: string): string => tag.toLowerCase().replaceAll('_', '-');

/** The voice for a page's language, or undefined: then nothing is offered. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: string): V | undefined {
	const wanted = plain(language);
	const fitting = voices.filter(
		({ lang, localService }) => localService && `${plain(lang)}-`.startsWith(`${wanted.split('-')[0]}-`)
	);
	const exact = fitting.filter(({ lang }) => plain(lang) === (HERE[wanted] ?? wanted));
	const best = exact.length > 0 ? exact : fitting;
	return best.find((voice) => voice.default) ?? best[0];
}

/** How fast, by the pace chosen for the visit. */
export const rateFor = (pace: string | undefined): number => RATES.get(pace ?? '') ?? NORMAL;
