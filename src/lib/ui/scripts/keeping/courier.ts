/*
 * Carries one errand at a time to the server and tries again until it arrives: once, and never after it was told to forget.
 */
/** What became of one try: it arrived, was refused for good, there was no connection, or something there was not right. */
export type Outcome = 'arrived' | 'refused' | 'lost' | 'trouble';

/** The server asks to be left alone for so many milliseconds. */
export interface Rest {
	rest: number;
}
export type Errand = (signal: AbortSignal) => Promise<Outcome | Rest>;

/** Why something waits. */
export type Why = Exclude<Outcome, 'arrived'>;

interface Around {
	/** Calls back after so many milliseconds; gives how to call it off. */
	later: (milliseconds: number, callback: () => void) => () => void;
	/** An errand waits or was refused, and why; or none is. */
	waits: (why: Why | null) => void;
}

/**
 * Milliseconds after which it is said that a try takes long. It is not broken off then: the server may have it already, and
 * a next try with newer words could arrive before it, and be overwritten by it.
 */
const PATIENCE = 20_000;

/** Milliseconds before the next try: soon at first, then calmly, for as long as the page is open. */
export const waitBefore = (tries: number): number => Math.min(2000 * 2 ** (tries - 1), 15_000);

export class Courier {
	readonly #around: Around;
	#errand: Errand | null = null;
	#underWay: AbortController | null = null;
	#tries = 0;
	#rests = false;
	#callOff: () => void = () => undefined;

	constructor(around: Around) {
		this.#around = around;
	}

	/** Takes an errand in the place of one that waits, and goes at once. While a try is under way its errand stays as it is. */
	carry(errand: Errand): void {
		if (this.#underWay) return;
		if (!this.#errand) this.#around.waits(null);
		this.#errand = errand;
		this.#tries = 0;
		this.#go();
	}

	/** Tries at once if something waits: the connection may be back. Not where the server asked to be left alone. */
	nudge(): void {
		if (!this.#rests) this.#go();
	}

	/** Lets go of everything; what is under way is broken off and its outcome is of no interest any more. */
	forget(): void {
		this.#callOff();
		this.#errand = null;
		this.#rests = false;
		this.#underWay?.abort();
		this.#underWay = null;
		this.#around.waits(null);
	}

	#go(): void {
		if (this.#underWay || !this.#errand) return;
		this.#callOff();
		this.#rests = false;
		void this.#try(this.#errand);
	}

	async #try(errand: Errand): Promise<void> {
		const current = new AbortController();
		this.#underWay = current;
		this.#tries += 1;
		const enough = this.#around.later(PATIENCE, () => this.#underWay === current && this.#around.waits('lost'));
		const said = await errand(current.signal).catch((): Outcome => 'lost');
		enough();
		if (this.#underWay !== current) return;
		this.#underWay = null;
		const { outcome, rest } =
			typeof said === 'string' ? { outcome: said, rest: 0 } : ({ outcome: 'trouble', ...said } as const);
		this.#around.waits(outcome === 'arrived' ? null : outcome);
		if (outcome === 'arrived' || outcome === 'refused') {
			this.#errand = null;
			return;
		}
		this.#rests = rest > 0;
		this.#callOff = this.#around.later(Math.max(rest, waitBefore(this.#tries)), () => this.#go());
	}
}
