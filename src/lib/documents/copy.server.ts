/*
 * The copy of everything held about somebody as PDF/UA-1. What it says is decided elsewhere; here it is only set. Letters
 * that no font of ours has become a sign that says so, and nothing else is lost.
 */
import { COPY_TEMPLATE } from './copy-template.ts';
import { canBeShown, typeset } from './typesetting.server.ts';

export interface PrintedCopy {
	title: string;
	lead: readonly string[];
	rights: readonly string[];
	sections: readonly {
		title: string;
		why: string;
		entries: readonly { title: string; when: string | null; lines: readonly { label: string; text: string }[] }[];
		leftOut: string | null;
	}[];
}

const SIGN = '[sign]';
/** What typing leaves behind and no paper shows. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Puts a sign in the place of each letter that our fonts lack; says whether there was one. */
function shower(): { show(text: string): string; signs(): boolean } {
	const known = new Map<string, boolean>();
	let used = false;
	const isKnown = (letter: string) => {
		const before = known.get(letter);
		if (before !== undefined) return before;
		const can = canBeShown(letter);
		known.set(letter, can);
		return can;
	};
	return {
		show(text) {
			const plain = text.replaceAll(UNSEEN, '').replaceAll('███', '\u2588\u2588\u2588');
			return [...letters.segment(plain)]
				.map(({ segment }) => {
					if (/^[\n\u0020-\u007e]$/u.test(segment) || isKnown(segment)) return segment;
					used = true;
					return SIGN;
				})
				.join('');
		},
		signs: () => used
	};
}

/**
 * Sets a copy as one tagged PDF (PDF/UA-1, A4). `signs` is the sentence that explains the sign for a missing letter; it
 * stands there only where there is one.
 */
export function copyPdf(copy: PrintedCopy, council: string, signs: string): Buffer {
	const { show, signs: hasSigns } = shower();
	const sections = copy.sections.map(({ title, why, entries, leftOut }) => ({
		title: show(title),
		why: show(why),
		leftOut: leftOut && show(leftOut),
		entries: entries.map((entry) => ({
			title: show(entry.title),
			when: entry.when,
			lines: entry.lines.map(({ label, text }) => ({ label: show(label), text: show(text) }))
		}))
	}));
	const lead = copy.lead.map(show);
	return typeset(COPY_TEMPLATE, {
		title: show(copy.title),
		council: show(council),
		lead: hasSigns() ? [...lead, signs] : lead,
		rights: copy.rights.map(show),
		sections
	});
}
