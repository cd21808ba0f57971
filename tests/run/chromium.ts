/*
 * Finding a Chromium for the browser tests: the one that is named, the system's, Playwright's own, or Debian's package.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const KNOWN = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** Where a Chromium is, or null when there is none on this machine. CHROMIUM_PATH wins. */
export function findChromium(): string | null {
	const named = process.env['CHROMIUM_PATH'];
	if (named) return existsSync(named) ? named : null;
	return [...KNOWN, chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Finds a Chromium, or installs Debian's when this is root on a system with apt-get. Null when neither goes. */
export function findOrInstallChromium(): string | null {
	const found = findChromium();
	if (found || process.env['CHROMIUM_PATH']) return found;
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return null;
	console.log('No Chromium here: installing the system’s package (about a minute) …');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (...args: string[]) =>
		spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	apt('update');
	apt('install', '-y', '--no-install-recommends', 'chromium');
	return findChromium();
}
