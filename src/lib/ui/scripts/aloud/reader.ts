/*
 * Reads parts one after another, with a recording or a voice, until it is done or told to stop. One reading at a time.
 */
import type { Part } from './part.ts';

/** Starts one part; calls `done` once when it is over, `word` when a word begins. Gives how to break it off. */
export type Say = (part: Part, done: () => void, word: (from: number) => void) => () => void;

interface Shown {
	begin: (part: Part) => void;
	word: (part: Part, from: number) => void;
	end: (part: Part) => void;
}

export class Reader {
	readonly #say: Say;
	readonly #shown: Shown;
	#breakOff: (() => void) | null = null;
	#over: (() => void) | null = null;

	constructor(say: Say, shown: Shown) {
		this.#say = say;
		this.#shown = shown;
	}

	/** Whether something is being read. */
	get reading(): boolean {
		return this.#over !== null;
	}

	/** Reads the parts in order; what was read before stops. `over` is called once, however it ends. */
	read(parts: readonly Part[], over: () => void): void {
		this.stop();
		this.#over = over;
		this.#next(parts, 0);
	}

	/** Stops at once. */
	stop(): void {
		this.#breakOff?.();
		this.#breakOff = null;
		const over = this.#over;
		this.#over = null;
		over?.();
	}

	#next(parts: readonly Part[], place: number): void {
		const part = parts[place];
		if (!part) return this.stop();
		let current = true;
		const finish = () => {
			if (!current) return false;
			current = false;
			this.#shown.end(part);
			return true;
		};
		this.#shown.begin(part);
		const cut = this.#say(
			part,
			() => finish() && this.#next(parts, place + 1),
			(from) => current && this.#shown.word(part, from)
		);
		// A part may be over before this is reached; then the next one has its own way to be broken off.
		if (current) this.#breakOff = () => finish() && cut();
	}
}
