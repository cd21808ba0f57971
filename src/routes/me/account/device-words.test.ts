import { expect, it } from 'vitest';
import { deviceOf } from '#lib/auth/device.ts';
import { translator } from '#lib/i18n/translate.ts';
import { deviceInWords } from './device-words.ts';

it.each([
	['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0', 'a computer, with Chrome'],
	['Mozilla/5.0 (Windows NT 10.0) Edg/140.0', 'a computer, with Edge'],
	['Mozilla/5.0 (Linux; Android 15) Chrome/140.0', 'an Android phone or tablet, with Chrome'],
	['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1', 'an iPhone, with Safari'],
	['curl/8', 'a browser']
])('%s is told as %s', (agent, words) => {
	expect(deviceInWords(translator(), deviceOf(agent))).toBe(words);
});
