/*
 * Shows what is being read: the part is outlined, and the word is marked where the browser and the voice can tell it.
 */
import { placeIn, wordAt, type Part } from './part.ts';

const HEARD = 'heard';

/** The texts within an element that are read: what is seen of it, without signs and buttons to listen. */
function textsOf(element: Element): Text[] {
	const texts: Text[] = [];
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const unsaid = node.parentElement?.closest('[hidden], [aria-hidden="true"], svg, .hear');
		if (!unsaid || !element.contains(unsaid)) texts.push(node as Text);
	}
	return texts;
}

/** What an element says; each gap is one blank, so that places in it are places in the page. */
export const wordsOf = (element: Element): string =>
	textsOf(element)
		.map(({ data }) => data.replace(/\s/g, ' '))
		.join('');

function mark(range: Range | null): void {
	if (!('highlights' in CSS)) return;
	if (range) CSS.highlights.set(HEARD, new Highlight(range));
	else CSS.highlights.delete(HEARD);
}

export const shown = {
	begin({ element }: Part): void {
		element?.classList.add(HEARD);
		element?.scrollIntoView({ block: 'nearest' });
	},
	word({ element, text }: Part, from: number): void {
		if (!element) return;
		const texts = textsOf(element);
		const lengths = texts.map(({ data }) => data.length);
		const [start, end] = wordAt(text, from).map((at) => placeIn(lengths, at));
		const [first, last] = [texts[start?.which ?? -1], texts[end?.which ?? -1]];
		if (!start || !end || !first || !last) return;
		const range = new Range();
		range.setStart(first, start.offset);
		range.setEnd(last, end.offset);
		mark(range);
	},
	end({ element }: Part): void {
		element?.classList.remove(HEARD);
		mark(null);
	}
};
