/*
 * What was typed and the server does not have, page by page: in memory only. On the review page it is said before sending.
 */
import { sameEntries, type Entries } from './entries.ts';

export class Unkept {
	readonly #pages = new Map<string, Entries>();

	/** Notes what a page holds, unless the server has just that. */
	note(path: string, now: Entries, known: Entries): void {
		if (sameEntries(now, known)) this.#pages.delete(path);
		else this.#pages.set(path, now);
	}

	on(path: string): Entries | undefined {
		return this.#pages.get(path);
	}

	has(path: string): boolean {
		return this.#pages.has(path);
	}

	forget(): void {
		this.#pages.clear();
	}
}

/** The ways from the review page to the pages that it shows. */
export const WAY = 'main a[data-page-name]';

/** Says on the review page which of its pages hold something that is not kept; the words were written by the server. */
export function sayUnkept(unkept: Unkept): void {
	const place = document.querySelector<HTMLElement>('[data-unkept]');
	if (!place) return;
	const ways = [...document.querySelectorAll<HTMLAnchorElement>(WAY)].filter(({ pathname }) => unkept.has(pathname));
	const lines = ways.map(({ href, dataset }) => {
		const line = document.createElement('li');
		const way = Object.assign(document.createElement('a'), { href, textContent: dataset['pageName'] ?? '' });
		way.dataset['pageName'] = '';
		line.append(way);
		return line;
	});
	place.querySelector('ul')?.replaceChildren(...lines);
	place.hidden = lines.length === 0;
}
