/*
 * Carries one errand at a time to the server and tries again until it arrives: once, and never after it was told to forget.
 */
/** What became of one try: it arrived, there was no connection, or something on the server's side was not right. */
export type Outcome = 'arrived' | 'lost' | 'trouble';
export type Errand = (signal: AbortSignal) => Promise<Outcome>;

interface Around {
	/** Calls back after so many milliseconds; gives how to call it off. */
	later: (milliseconds: number, callback: () => void) => () => void;
	/** An errand waits, and why; or none does. */
	waits: (why: 'lost' | 'trouble' | null) => void;
}

/** Milliseconds after which a try counts as lost. */
const PATIENCE = 20_000;

/** Milliseconds before the next try: soon at first, then calmly, for as long as the page is open. */
export const waitBefore = (tries: number): number => Math.min(2000 * 2 ** (tries - 1), 15_000);

export class Courier {
	readonly #around: Around;
	#errand: Errand | null = null;
	#underWay: AbortController | null = null;
	#tries = 0;
	#callOff: () => void = () => undefined;

	constructor(around: Around) {
		this.#around = around;
	}

	/** Takes an errand in the place of one that waits. While a try is under way its errand stays as it is. */
	carry(errand: Errand): void {
		if (this.#underWay) return;
		this.#errand = errand;
		this.#tries = 0;
		this.nudge();
	}

	/** Tries at once if something waits: the connection may be back. */
	nudge(): void {
		if (this.#underWay || !this.#errand) return;
		this.#callOff();
		void this.#try(this.#errand);
	}

	/** Lets go of everything; what is under way is broken off and its outcome is of no interest any more. */
	forget(): void {
		this.#callOff();
		this.#errand = null;
		this.#underWay?.abort();
		this.#underWay = null;
		this.#around.waits(null);
	}

	async #try(errand: Errand): Promise<void> {
		const current = new AbortController();
		this.#underWay = current;
		this.#tries += 1;
		const enough = this.#around.later(PATIENCE, () => current.abort());
		const outcome = await errand(current.signal).catch((): Outcome => 'lost');
		enough();
		if (this.#underWay !== current) return;
		this.#underWay = null;
		if (outcome === 'arrived') {
			this.#errand = null;
			return this.#around.waits(null);
		}
		this.#around.waits(outcome);
		this.#callOff = this.#around.later(waitBefore(this.#tries), () => this.nudge());
	}
}
