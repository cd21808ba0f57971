import { describe, expect, it } from 'vitest';
import { plainUserName, readUserName, userNameIdea } from './user-name.ts';

describe('a user name', () => {
	it.each([
		['Brave Otter', 'brave  otter'],
		['Brave Otter', 'BRAVEOTTER'],
		['Zoë 7', 'zoe7'],
		['Brave Otter', ' Brave\u00a0Otter ']
	])('%s and %s are one name', (one, other) => {
		expect(plainUserName(one)).toBe(plainUserName(other));
	});
	it('may be in any script, with numbers and spaces', () => {
		for (const name of ['Brave Otter 4', 'نجمة', 'Łukasz', '星星月亮', 'ab3'])
			expect(readUserName(name)).toEqual({ kind: 'name', name });
	});
	it('is tidied', () => {
		expect(readUserName('  Brave   Otter ')).toEqual({ kind: 'name', name: 'Brave Otter' });
	});
	it.each([
		['ab', 'too short'],
		['', 'too short'],
		['a b', 'too short'],
		['x'.repeat(31), 'too long'],
		['<b>otter</b>', 'signs'],
		['sam@home', 'signs'],
		['---', 'signs']
	])('cannot be %j', (typed, kind) => {
		expect(readUserName(typed)).toEqual({ kind });
	});
	it('has ideas that are names themselves', () => {
		for (let n = 0; n < 200; n += 1) {
			const idea = userNameIdea((below) => (n * 7919) % below);
			expect(readUserName(idea)).toEqual({ kind: 'name', name: idea });
		}
	});
});
