/*
 * A device's voice for journeys: what is said to it stands in a list, and it says it at once, or only when told to.
 */
import type { Page } from '@playwright/test';

export interface Spoken {
	text: string;
	rate: number;
	voice: string;
	lang: string;
}

interface Stage {
	spoken: Spoken[];
	/** True while it waits to be told that it is done. */
	slow: boolean;
	finish(): void;
	word(from: number): void;
	cancelled: number;
}

/** Gives the page's browser these voices, before any page comes. */
export async function giveVoices(page: Page, voices: { lang: string; localService: boolean }[]): Promise<void> {
	await page.addInitScript((given) => {
		interface Said extends Omit<Spoken, 'voice'> {
			voice: { name: string } | null;
			onend?: (() => void) | null;
			onboundary?: (event: object) => void;
		}
		let now: Said | null = null;
		const stage: Stage = {
			spoken: [],
			slow: false,
			cancelled: 0,
			finish() {
				const said = now;
				now = null;
				said?.onend?.();
			},
			word: (from) => now?.onboundary?.({ name: 'word', charIndex: from })
		};
		const named = given.map((voice) => ({ ...voice, name: voice.localService ? 'here' : 'elsewhere' }));
		const speech = {
			getVoices: () => named,
			addEventListener: () => undefined,
			cancel() {
				now = null;
				stage.cancelled += 1;
			},
			speak(said: Said) {
				const { text, rate, lang, voice } = said;
				stage.spoken.push({ text: text.replace(/\s+/g, ' ').trim(), rate, lang, voice: voice?.name ?? 'none' });
				now = said;
				if (!stage.slow) queueMicrotask(() => stage.finish());
			}
		};
		class Utterance {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		Object.assign(window, { SpeechSynthesisUtterance: Utterance, stage });
	}, voices);
}

const onStage = <T>(page: Page, act: (stage: Stage) => T): Promise<T> =>
	page.evaluate(`(${act.toString()})(window.stage)`) as Promise<T>;

export const LOCAL = { lang: 'en-GB', localService: true };
export const REMOTE = { lang: 'en-GB', localService: false };

/** What was said on this page, and none of it is said again. */
export const takeSpoken = (page: Page): Promise<Spoken[]> => onStage(page, (stage) => stage.spoken.splice(0));
export const speakSlowly = (page: Page): Promise<unknown> => onStage(page, (stage) => (stage.slow = true));
export const finishPart = (page: Page): Promise<void> => onStage(page, (stage) => stage.finish());
export const beginWord = (page: Page): Promise<void> => onStage(page, (stage) => stage.word(3));
export const cutOff = (page: Page): Promise<number> => onStage(page, (stage) => stage.cancelled);
