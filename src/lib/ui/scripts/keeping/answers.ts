/*
 * What an answer to a page that was sent means, from its status alone: pure. What is done about it is in keeping.
 */
export type Meaning = 'shows' | 'not now' | 'refused';

/** Below 500: asked too late, too early or too often. */
const NOT_NOW = [408, 425, 429];

/** `asks` is true when the answer is itself a page of the survey, which then says what was wrong. */
export function meaningOf({ status, redirected }: Pick<Response, 'status' | 'redirected'>, asks: boolean): Meaning {
	if (asks) return 'shows';
	if (status >= 500 || NOT_NOW.includes(status)) return 'not now';
	// Where the server led somewhere, or says that another was quicker, its own page knows best.
	return status >= 400 && status !== 409 && !redirected ? 'refused' : 'shows';
}

const LONGEST_REST = 60;

/** Milliseconds that the server asks to be left alone, from its Retry-After: seconds or a date. Never more than a minute. */
export function restFrom(after: string | null, now: number): number {
	const seconds = Number(after ?? 0);
	const rest = Number.isNaN(seconds) ? (Date.parse(after ?? '') - now) / 1000 : seconds;
	return Math.max(0, Math.min(rest || 0, LONGEST_REST)) * 1000;
}
