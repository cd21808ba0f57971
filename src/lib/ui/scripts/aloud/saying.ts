/*
 * Says one part: the council's recording where there is one, else the device's own voice. Nothing is asked elsewhere.
 */
import type { Part } from './part.ts';
import type { Say } from './reader.ts';
import { rateFor, voiceFor } from './voice.ts';

/** The device's voice for this page; undefined if it has none of its own. */
export const voice = (): SpeechSynthesisVoice | undefined =>
	voiceFor(window.speechSynthesis?.getVoices() ?? [], document.documentElement.lang);

/** Whether a part can be heard at all. */
export const canSay = ({ sound }: Pick<Part, 'sound'>): boolean => sound !== undefined || voice() !== undefined;

const speak: Say = ({ text }, done, word) => {
	const own = voice();
	if (!own) {
		done();
		return () => undefined;
	}
	const spoken = new SpeechSynthesisUtterance(text);
	spoken.voice = own;
	spoken.lang = own.lang;
	spoken.rate = rateFor(document.documentElement.dataset['pace']);
	spoken.onend = spoken.onerror = () => done();
	spoken.onboundary = (event) => (event.name ?? 'word') === 'word' && word(event.charIndex);
	speechSynthesis.speak(spoken);
	// Held by this as long as it is spoken: some browsers let go of one that nobody holds, and it never ends.
	return () => {
		spoken.onend = spoken.onerror = null;
		speechSynthesis.cancel();
	};
};

/** Says one part. A recording that does not play is spoken instead. */
export const say: Say = (part, done, word) => {
	if (!part.sound) return speak(part, done, word);
	const sound = new Audio(part.sound);
	let cut = () => sound.pause();
	let instead = false;
	const speakInstead = () => {
		if (instead) return;
		instead = true;
		cut = speak(part, done, word);
	};
	sound.onended = () => done();
	sound.onerror = speakInstead;
	// Breaking it off rejects too: then nobody listens to `done` any more, and nothing may be spoken.
	sound.play().catch((fault: unknown) => (fault as Error).name === 'AbortError' || speakInstead());
	return () => cut();
};
