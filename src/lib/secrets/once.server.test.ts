/*
 * Whose form it was.
 */
import { expect, it } from 'vitest';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { drawOnce, isOnceOf } from './once.server.ts';

it('knows a form by the browser it was drawn for, and no altered, cut or borrowed one', () => {
	const keyring = passingKeyring();
	const once = drawOnce(keyring, 'mine');
	expect(isOnceOf(keyring, 'mine', once)).toBe(true);
	expect(drawOnce(keyring, 'mine')).not.toBe(once);
	const altered = (once.startsWith('A') ? 'B' : 'A') + once.slice(1);
	for (const wrong of [altered, once.slice(1), `${once}A`, '', 'x'.repeat(44)])
		expect(isOnceOf(keyring, 'mine', wrong)).toBe(false);
	expect(isOnceOf(keyring, 'another’s', once)).toBe(false);
	expect(isOnceOf(passingKeyring(), 'mine', once)).toBe(false);
});
