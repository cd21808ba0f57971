/*
 * Puts a page that came from the server into the place of the one that is shown, without asking for it twice: its styles
 * first, then its parts that differ, then the place to begin reading from.
 */
const MOST_WAIT = 3000;

/** The form of a page that is kept, if it has one. */
export const keptForm = (page: ParentNode): HTMLFormElement | null => page.querySelector('form[data-keep]');

/** Whose page it is: a mark of the visit, or nothing where the page tells none. */
export const visitOf = (page: ParentNode): string =>
	page.querySelector<HTMLInputElement>('input[name=visit]')?.value ?? '';

/** Brings the styles that the page needs and this one does not have. Slow ones do not hold the page up for ever. */
export async function bringStyles(page: Document): Promise<void> {
	const known = new Set([...document.styleSheets].map(({ href }) => href));
	const missing = [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
		.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href)
		.filter((href) => !known.has(href));
	const loaded = missing.map((href) => {
		const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
		const done = new Promise((resolve) => (link.onload = link.onerror = resolve));
		document.head.append(link);
		return done;
	});
	if (missing.length > 0) await Promise.race([Promise.all(loaded), new Promise((go) => setTimeout(go, MOST_WAIT))]);
}

/** Replaces what differs among the parts of the body; the bar with the way out stays as it is. */
function swapParts(page: Document): void {
	const [here, there] = [[...document.body.children], [...page.body.children]];
	if (here.length !== there.length) return document.body.replaceChildren(...there);
	for (const [place, part] of there.entries()) if (!here[place]?.isEqualNode(part)) here[place]?.replaceWith(part);
}

/** Where somebody who listens or uses keys begins: what went wrong, else the heading, else the first question. */
function begin(): void {
	const main = document.querySelector('main');
	const start =
		main?.querySelector<HTMLElement>('.problem') ?? main?.querySelector<HTMLElement>('h1, fieldset') ?? main;
	if (start && start.tabIndex < 0) start.tabIndex = -1;
	scrollTo(0, 0);
	start?.focus({ preventScroll: !start.matches('.problem') });
}

/** What is chosen for the visit stands on the outermost element: it becomes what the page says, no more and no less. */
function swapChoices({ documentElement: there }: Document): void {
	const here = document.documentElement;
	for (const name of here.getAttributeNames())
		if (name.startsWith('data-') && !there.hasAttribute(name)) here.removeAttribute(name);
	for (const { name, value } of there.attributes) here.setAttribute(name, value);
}

/** Shows a page, whose styles are here, in the place of this one. */
export function swapIn(page: Document): void {
	swapChoices(page);
	document.title = page.title;
	swapParts(page);
	begin();
}
