/*
 * The survey's pages of every version on the scales and under the stopwatch, each against a static page of the same
 * content in the same run. Printed, never judged: the journeys hold the weight to its goal.
 */
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { measuringBrowser, openInTurn, READY_GOAL_S, type Ready } from './ready.ts';
import { serveStatically } from './static-page.ts';
import { fetchingAs, heaviest, ownAddress, weightInWords } from './weight.ts';

const OPENINGS = 5;

/** All pages that everybody is asked; the others lead on until they are. */
const addressesOf = (version: Version, origin: string, cookie: string): Promise<string[]> => {
	const everybodys = questionnaireOf(version).pages.filter(({ when }) => !when);
	return Promise.all(everybodys.map(({ key }) => ownAddress(origin, key, cookie)));
};

/** Weighs all pages of each version and opens the heaviest of each on a slow phone. */
export async function printPages(origin: string, cookies: Readonly<Record<Version, string>>): Promise<void> {
	const found = await Promise.all(
		VERSIONS.map(async (version) => {
			const addresses = await addressesOf(version, origin, cookies[version]);
			return { version, ...(await heaviest(addresses, fetchingAs(cookies[version]))) };
		})
	);
	for (const { version, address, ...weight } of found)
		console.log(`${version}, heaviest page (${new URL(address).pathname}): ${weightInWords(weight)}`);
	const browser = await measuringBrowser();
	if (!browser) {
		console.log('not run: how soon a page is ready (there is no Chromium here)');
		return;
	}
	try {
		for (const { version, address } of found) {
			const cookie = cookies[version];
			const plain = await serveStatically(address, fetchingAs(cookie));
			const pages = [
				{ address, cookie },
				{ address: plain.address, cookie: '' }
			];
			const [ours, bare] = await openInTurn(browser, pages, OPENINGS).finally(() => plain.stop());
			if (ours && bare) printReady(version, ours, bare);
		}
	} finally {
		await browser.close();
	}
}

const said = ({ ready, seen, requests, bytes }: Ready): string =>
	`${ready.toFixed(2)} s (first words ${seen.toFixed(2)} s, ${requests} requests, ${(bytes / 1000).toFixed(1)} kB)`;

function printReady(version: Version, ours: Ready, bare: Ready): void {
	console.log(
		`${version}, ready on a slow phone: ${said(ours)} against ${said(bare)} as a static page, ` +
			`ratio ${(ours.ready / bare.ready).toFixed(2)} (goal at most ${READY_GOAL_S} s)`
	);
}
