/*
 * Sending once, however often a button is pressed: what a page drew before sending names the row, so that a second Send
 * finds the first; and the same browser hears the same code again. Rows and limits are of the modules that send.
 */
import { codeFromBytes, printedCode } from './code.ts';
import { deriveKey, keyedHash, randomId } from './envelope.ts';
import type { Keyring } from './keyring.server.ts';

const KEY = 'cookie/once';
/** 128 bits, as every id. */
const ID_LETTERS = 22;

/** Names one form, drawn for a browser or an account: what it holds is never shown to another. */
export function drawOnce(keyring: Keyring, holder: string): string {
	const drawn = randomId();
	return drawn + idOfSending(keyring, 'form', holder, drawn);
}

/** Whether a form was drawn for this holder. */
export function isOnceOf(keyring: Keyring, holder: string, once: string): boolean {
	const drawn = once.slice(0, ID_LETTERS);
	return once.length === 2 * ID_LETTERS && once === drawn + idOfSending(keyring, 'form', holder, drawn);
}

/** The id of the row that a form sends: the same form, the same row; somebody else's form, another. */
export function idOfSending(keyring: Keyring, ...sending: readonly string[]): string {
	return keyedHash(keyring.getOrDraw(KEY), JSON.stringify(sending)).slice(0, ID_LETTERS);
}

/** What makes a sending one: drawn for the form, and for the browser; the second alone may hear the code again. */
export interface Sending {
	once: string;
	browser: string;
}

/** So many codes may be drawn for one sending, should one be somebody's already. */
export const CODES_TRIED = 5;

/** Bytes for the code that one form's sending has in one browser; the same each time, random to everybody else. */
export const bytesOfCode = (keyring: Keyring, { once, browser }: Sending, attempt: number): Uint8Array =>
	deriveKey('earshot code of an answer', keyring.getOrDraw(KEY), once, browser, String(attempt));

/** The code that this sending was given in this browser, as it is printed; null when another browser sent it. */
export function codeOfSending(keyring: Keyring, sending: Sending, selector: string | null): string | null {
	for (let attempt = 0; attempt < CODES_TRIED; attempt += 1) {
		const code = codeFromBytes(bytesOfCode(keyring, sending, attempt));
		// Twenty bits of a keyed hash agree by chance once in a million tries; the code told then would open nothing.
		if (code.selector === selector) return printedCode(code);
	}
	return null;
}
