/*
 * What a survey page weighs as a phone gets it: page, styles and scripts gzipped, and the fonts that it asks for at once.
 * For the bench, which prints it, and for the journeys, which hold it to its goal.
 */
import { gzipSync } from 'node:zlib';

export const MOST_LIGHT = 20_000;
export const MOST_WITH_FONT = 50_000;

export interface Weight {
	/** Bytes of the page, its styles, pictures and scripts, gzipped each. */
	light: number;
	/** Bytes of the fonts that the page preloads: they are compressed as they are. */
	font: number;
	/** What is linked, with its gzipped bytes, the page itself first. */
	parts: readonly (readonly [string, number])[];
}

type Fetching = (address: string) => Promise<Buffer>;

/** Fetches from a server as the holder of a cookie. @throws when the answer is not the thing itself. */
export const fetchingAs =
	(cookie: string): Fetching =>
	async (address) => {
		const answer = await fetch(address, { headers: { Cookie: cookie }, redirect: 'manual' });
		if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
		return Buffer.from(await answer.arrayBuffer());
	};

/** Where a visit has a page of questions: its addresses are its own. @throws when it has no such page. */
export async function ownAddress(origin: string, page: string, cookie: string): Promise<string> {
	const answer = await fetch(`${origin}/survey/${page}`, { headers: { Cookie: cookie }, redirect: 'manual' });
	const leads = answer.headers.get('location') ?? '';
	if (!/^\/survey\/p-[\w-]{10}$/.test(leads)) throw new Error(`${page} led to ${answer.status} ${leads}`);
	return origin + leads;
}

/** Weighs a page and everything it links to. The icon is asked for by no phone before the page is ready, and counted all the same. */
export async function weigh(address: string, fetching: Fetching): Promise<Weight> {
	const page = await fetching(address);
	const html = page.toString();
	const linked = [...html.matchAll(/(?:href|src)="([^"#]+\.(?:css|js|woff2|svg))(?:#[^"]*)?"/g)].map(
		([, at]) => at ?? ''
	);
	const parts: [string, number][] = [['page', gzipSync(page).length]];
	let font = 0;
	for (const at of new Set(linked)) {
		const bytes = await fetching(new URL(at, address).href);
		if (at.endsWith('.woff2')) font += bytes.length;
		else parts.push([at, gzipSync(bytes).length]);
	}
	return { light: parts.reduce((sum, [, bytes]) => sum + bytes, 0), font, parts };
}

/** The heaviest of some pages. */
export async function heaviest(
	addresses: readonly string[],
	fetching: Fetching
): Promise<Weight & { address: string }> {
	let most: (Weight & { address: string }) | null = null;
	for (const address of addresses) {
		const weight = await weigh(address, fetching);
		if (!most || weight.light > most.light) most = { ...weight, address };
	}
	if (!most) throw new Error('no page to weigh');
	return most;
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/** A weight in one line, with the goals. */
export function weightInWords({ light, font, parts }: Weight): string {
	const of = (ending: RegExp) => parts.filter(([at]) => ending.test(at));
	const sum = (some: Weight['parts']) => kB(some.reduce((all, [, bytes]) => all + bytes, 0));
	const [page, styles, scripts] = [of(/^page$/), of(/\.css$/), of(/\.js$/)];
	return (
		`${kB(light)} kB (goal at most ${MOST_LIGHT / 1000}): page ${sum(page)}, ${styles.length} styles ${sum(styles)}, ` +
		`${scripts.length} scripts ${sum(scripts)}; with the font ${kB(light + font)} kB (goal at most ${MOST_WITH_FONT / 1000})`
	);
}
