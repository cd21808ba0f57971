import { expect, it } from 'vitest';
import { plainWords, readSecretWords } from './secret-words.ts';

it('capital letters, commas and spaces never keep anybody out', () => {
	for (const typed of ['Blue dogs, eat  CAKE!', ' blue dogs eat cake ', 'blue-dogs-eat-cake'])
		expect(plainWords(typed)).toBe('blue dogs eat cake');
});

it.each(['blue dogs eat cake', 'my nan bakes', 'purplegiraffe9', 'قطة زرقاء كبيرة'])('%j may be chosen', (typed) => {
	expect(readSecretWords(typed, 'Brave Otter').kind).toBe('words');
});

it.each([
	['', 'short'],
	['!!!!!!!!!!!!!!', 'short'],
	['a b c', 'short'],
	['blue dogs', 'short'],
	['i love you', 'short'],
	['one two three', 'common'],
	['ha ha ha ha ha ha', 'common'],
	['password password password', 'common'],
	['aaaaaaaaaaaa', 'common'],
	['1qaz2wsx3edc', 'common'],
	['super brave otter', 'the name'],
	['x'.repeat(121), 'long']
])('%j may not, and says why', (typed, kind) => {
	expect(readSecretWords(typed, 'Super Brave Otter')).toEqual({ kind });
});
