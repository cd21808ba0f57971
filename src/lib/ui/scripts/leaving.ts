/*
 * Knows when somebody leaves, however they do, from the first moment on: nothing that is under way may bring a page back.
 */
const left = new AbortController();

/** Aborted once somebody leaves. Every request carries it or asks it, and nothing is shown, sent or read after it. */
export const gone: AbortSignal = left.signal;

export const leave = (): void => left.abort();

/** Forms that end what is shown here: their answer may be slow, and what comes before it must not cut in. */
const ENDS = 'form[action$="/leave"], form[action="/sign-out"]';

export function watchLeaving(): void {
	// Said by the script of every page, before it leaves quickly.
	document.addEventListener('earshot:leaving', leave);
	addEventListener('pagehide', leave);
	document.addEventListener('submit', ({ target }) => (target as Element).matches(ENDS) && leave(), true);
}
