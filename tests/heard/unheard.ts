/*
 * Which words of a rendered page no speaker reads. Looks at what is written only; knows nothing of the pages.
 */

/** What is not said: drawings, fields and what a page says about itself to the browser. */
const NOT_WORDS = /<!--[\s\S]*?-->|<(svg|textarea|style|script)\b[\s\S]*?<\/\1>/gu;
const TOKEN = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*?)(\/?)>|([^<]+)/gu;
const VOID = new Set(['input', 'br', 'img', 'hr', 'link', 'meta']);
/** Hidden, or only for those who have a reader of their own, or a speaker itself. */
const UNSEEN = /\shidden(?:[\s=]|$)|aria-hidden="true"|class="[^"]*\b(?:visually-hidden|hear)\b/u;

const idsRead = (html: string): Set<string> =>
	new Set([...html.matchAll(/data-hear="([^"]*)"/gu)].flatMap(([, ids]) => (ids ?? '').split(/\s+/u)));

/** The texts with letters in them that stand in nothing that a speaker names. */
export function unheardIn(body: string): string[] {
	const html = body.replace(NOT_WORDS, '');
	const read = idsRead(html);
	const open: boolean[] = [];
	const unheard: string[] = [];
	for (const [, closing, name = '', attributes = '', alone, text] of html.matchAll(TOKEN)) {
		if (text !== undefined) {
			const words = text.replace(/\s+/gu, ' ').trim();
			if (/\p{L}/u.test(words) && !open.includes(true)) unheard.push(words);
		} else if (closing) open.pop();
		else if (!alone && !VOID.has(name)) {
			const id = /\sid="([^"]*)"/u.exec(attributes)?.[1];
			open.push((id !== undefined && read.has(id)) || UNSEEN.test(attributes));
		}
	}
	return unheard;
}
