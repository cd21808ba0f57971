import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

const MOZILLA = 'Mozilla/5.0';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0';

it.each([
	[`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, 'Chrome on Windows'],
	[`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/141.0.0.0`, 'Edge on Windows'],
	[`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`, 'Chrome on a Chromebook'],
	[`${MOZILLA} (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0`, 'Firefox on Linux'],
	[`${MOZILLA} (Linux; Android 15; SM-A546B) ${CHROME} Mobile Safari/537.36`, 'Chrome on an Android device'],
	[
		`${MOZILLA} (Linux; Android 14; SM-S911B) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
		'Samsung Internet on an Android device'
	],
	[
		`${MOZILLA} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1`,
		'Safari on an iPhone'
	],
	[
		`${MOZILLA} (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 FxiOS/143.0 Safari/605.1.15`,
		'Firefox on an iPad'
	],
	[
		`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15`,
		'Safari on a Mac'
	],
	['curl/8.14', 'a browser'],
	['', 'a browser'],
	[null, 'a browser']
])('%s is said in coarse words', (agent, said) => {
	expect(deviceOf(agent)).toBe(said);
});

it('says nothing that could tell two of the same kind apart, nor what somebody wrote into it', () => {
	const written = `${MOZILLA} (Linux; Android 15; Sam’s phone) <script> ${CHROME} Mobile Safari/537.36`;
	expect(deviceOf(written)).toBe('Chrome on an Android device');
	expect(deviceOf('x'.repeat(100_000))).toBe('a browser');
});
