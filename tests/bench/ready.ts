/*
 * How soon a page is ready on a slow phone: headless Chromium at 390 pixels, 1.6 Mbit/s, 150 ms, a processor four times
 * slower, nothing cached. Ready means: loaded, and every style and font is in.
 */
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../run/chromium.ts';
import { median } from './measured.ts';

const NETWORK = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8
} as const;
const SLOWER = 4;
export const READY_GOAL_S = 0.9;

export interface Ready {
	/** Seconds from asking until the page is loaded with its styles and fonts. */
	ready: number;
	/** Seconds until the first words are seen. */
	seen: number;
	requests: number;
	/** Bytes as they came over the line. */
	bytes: number;
}

/** A browser to measure with; null when there is none. */
export async function measuringBrowser(): Promise<Browser | null> {
	const executablePath = findChromium();
	if (!executablePath) return null;
	const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
	return chromium.launch({ executablePath, args });
}

/** Opens a page once, with nothing kept from before. */
async function openOnce(browser: Browser, address: string, cookie: string): Promise<Ready> {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		extraHTTPHeaders: cookie ? { Cookie: cookie } : {}
	});
	try {
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Network.enable');
		await devtools.send('Network.emulateNetworkConditions', NETWORK);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		let [requests, bytes] = [0, 0];
		devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
			requests += 1;
			bytes += encodedDataLength;
		});
		await page.goto(address, { waitUntil: 'load' });
		const { ready, seen } = await page.evaluate(async () => {
			await document.fonts.ready;
			const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
			const ends = entries.map((entry) => {
				const { loadEventEnd = 0, responseEnd } = entry as PerformanceNavigationTiming;
				return Math.max(loadEventEnd, responseEnd);
			});
			const seen = await new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					const [painted] = list.getEntriesByName('first-contentful-paint');
					if (painted) resolve(painted.startTime);
				}).observe({ type: 'paint', buffered: true });
			});
			return { ready: Math.max(...ends), seen };
		});
		return { ready: ready / 1000, seen: seen / 1000, requests, bytes };
	} finally {
		await context.close();
	}
}

export interface Opened {
	address: string;
	cookie: string;
}

/** Opens pages in turn, round by round, so that a drifting machine touches all; gives the medians, in the same order. */
export async function openInTurn(browser: Browser, pages: readonly Opened[], rounds: number): Promise<Ready[]> {
	const rows = pages.map(() => [] as Ready[]);
	for (const { address, cookie } of pages) await openOnce(browser, address, cookie);
	for (let round = 0; round < rounds; round += 1) {
		for (const [place, { address, cookie }] of pages.entries())
			rows[place]?.push(await openOnce(browser, address, cookie));
	}
	return rows.map((row) => ({
		ready: median(row.map(({ ready }) => ready)),
		seen: median(row.map(({ seen }) => seen)),
		requests: median(row.map(({ requests }) => requests)),
		bytes: median(row.map(({ bytes }) => bytes))
	}));
}
