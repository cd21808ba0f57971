/*
 * What must be finished before the process ends. The built pages and the command that serves them are two bundles with a
 * copy of every module each, so what is to be finished is kept on the process itself.
 */

const KEY = Symbol.for('earshot: finish before the end');
type Kept = typeof globalThis & { [KEY]?: (() => Promise<unknown>)[] };

const PATIENCE_MS = 20_000;

/** Has this done before the process ends when it is asked to. */
export function finishBeforeTheEnd(work: () => Promise<unknown>): void {
	((globalThis as Kept)[KEY] ??= []).push(work);
}

/** Finishes everything, and waits for it, but not for ever: what is cut off, another takes over when its lease runs out. */
export async function finishAll(patienceMs = PATIENCE_MS): Promise<void> {
	const works = (globalThis as Kept)[KEY]?.splice(0) ?? [];
	const all = Promise.allSettled(works.map((work) => work()));
	await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
}
