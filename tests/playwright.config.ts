/*
 * The browser journeys, and what asks the server without a browser: each worker with a server and a database of its own.
 */
import { defineConfig } from '@playwright/test';
import { findChromium } from './run/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: '.',
	testMatch: ['journeys/**/*.spec.ts', 'security/**/*.spec.ts'],
	outputDir: './output/journeys',
	globalSetup: './journeys/building.ts',
	workers: 1,
	fullyParallel: false,
	forbidOnly: Boolean(process.env['CI']),
	timeout: 45_000,
	expect: { timeout: 10_000 },
	reporter: 'line',
	use: {
		browserName: 'chromium',
		viewport: { width: 390, height: 844 },
		locale: 'en-GB',
		actionTimeout: 8_000,
		screenshot: 'only-on-failure',
		launchOptions: {
			...(executablePath && { executablePath }),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
