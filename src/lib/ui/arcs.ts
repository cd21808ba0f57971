/*
 * The arcs of a progress picture as SVG paths. Drawn once for each length, because every page of a survey shows them.
 */

// Never wider than a phone can show in one line, however many pages there are.
const FIRST = 20;
const WIDEST_STEP = 14;
const ROOM = 492;

export interface Arcs {
	width: number;
	/** One path for each page, wider open the further the sound has come. */
	paths: readonly string[];
}

const drawn = new Map<number, Arcs>();

function draw(of: number): Arcs {
	const step = Math.min(WIDEST_STEP, ROOM / of);
	const paths = Array.from({ length: of }, (_, place) => {
		const half = 5 + (9 * place) / Math.max(1, of - 1);
		const bend = half * 0.55;
		const x = FIRST + place * step - bend / 2;
		return `M${x.toFixed(1)} ${(16 - half).toFixed(1)}q${bend.toFixed(1)} ${half.toFixed(1)} 0 ${(half * 2).toFixed(1)}`;
	});
	return { width: Math.round(FIRST + of * step), paths };
}

/** The arcs for so many pages. */
export function arcsFor(of: number): Arcs {
	const arcs = drawn.get(of) ?? draw(of);
	drawn.set(of, arcs);
	return arcs;
}
