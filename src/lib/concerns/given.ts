/*
 * What a young person filled in to talk to someone, read from the form's fields; what is missing is a reason that i18n/
 * has words for, and nothing they wrote is lost by it. Rules only.
 */
import { z } from 'zod';
import { MOST_WORDS, OPEN_WISHES, REPLIES, TOPICS, WISHES, type Reply, type Topic, type Wish } from './concern.ts';

export const MOST_LINE = 200;
/** What the page gives back of a text that is far too long: nobody wrote this by hand. */
const MOST_KEPT = 20_000;

/** The fields as they were filled in, to show them again. */
export interface Filled {
	wish: string;
	topic: string;
	words: string;
	reply: string;
	address: string;
	safeWhen: string;
	name: string;
}

export const NOTHING_FILLED: Filled = {
	wish: '',
	topic: '',
	words: '',
	reply: '',
	address: '',
	safeWhen: '',
	name: ''
};

/** What is sent, complete. */
export interface Asking {
	wish: Wish;
	topic: Topic;
	words: string;
	reply: Reply;
	address: string | null;
	safeWhen: string | null;
	name: string | null;
}

export type Fault = 'empty' | 'too long' | 'no number' | 'no email' | 'line too long';
export type Faults = Partial<Record<'words' | 'address' | 'safeWhen' | 'name', Fault>>;

/** Line breaks of every kind as one, no other control characters, no empty lines at the ends. */
export const tidyWords = (text: string): string =>
	text
		.normalize('NFC')
		.replaceAll(/\r\n?/gu, '\n')
		// eslint-disable-next-line no-control-regex
		.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
		.trim();

/** Words of one message: `empty`, `too long`, or as they are stored. */
export function readWords(text: string): { words: string } | { fault: 'empty' | 'too long' } {
	const words = tidyWords(text);
	if (!/[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u.test(words)) return { fault: 'empty' };
	return words.length > MOST_WORDS ? { fault: 'too long' } : { words };
}

const text = z.preprocess((value) => (typeof value === 'string' ? value.slice(0, MOST_KEPT) : ''), z.string());
const filledSchema = z.object({
	wish: text,
	topic: text,
	words: text,
	reply: text,
	address: text,
	safeWhen: text,
	name: text
});

/** The fields of a form, whatever was sent. */
export const filledIn = (form: FormData): Filled => filledSchema.parse(Object.fromEntries(form));

const oneLine = (line: string): string => tidyWords(line).replaceAll(/\s+/gu, ' ');

/** What cannot be a number that somebody rings, or an address that mail reaches. */
function addressFault(reply: Reply, address: string): Fault | null {
	if (address.length > MOST_LINE) return 'line too long';
	if ((reply === 'ring' || reply === 'text') && address.replaceAll(/\D/gu, '').length < 6) return 'no number';
	if (reply === 'email' && !z.email().safeParse(address).success) return 'no email';
	return null;
}

const oneOf = <T extends string>(known: readonly T[], given: string, otherwise: T): T =>
	known.find((one) => one === given) ?? otherwise;

/**
 * Reads what was filled in. Only words are asked for: who does not choose gets "not sure", "something else" and an answer
 * here. With an account the name is their own page's to tell, so none is taken.
 */
export function readAsking(
	filled: Filled,
	{ hasAccount }: { hasAccount: boolean }
): { kind: 'read'; asking: Asking } | { kind: 'refused'; faults: Faults } {
	const reply = oneOf(REPLIES, filled.reply, 'here');
	const [address, safeWhen, name] = [oneLine(filled.address), oneLine(filled.safeWhen), oneLine(filled.name)];
	const words = readWords(filled.words);
	const faults: Faults = {};
	if ('fault' in words) faults.words = words.fault;
	const wrongAddress = reply === 'here' ? null : addressFault(reply, address);
	if (wrongAddress) faults.address = wrongAddress;
	if (safeWhen.length > MOST_LINE) faults.safeWhen = 'line too long';
	if (!hasAccount && name.length > MOST_LINE) faults.name = 'line too long';
	if ('fault' in words || Object.keys(faults).length > 0) return { kind: 'refused', faults };
	const asking: Asking = {
		wish: oneOf<Wish>(hasAccount ? WISHES : OPEN_WISHES, filled.wish, 'not sure'),
		topic: oneOf(TOPICS, filled.topic, 'something else'),
		words: words.words,
		reply,
		address: reply === 'here' ? null : address || null,
		safeWhen: reply === 'here' ? null : safeWhen || null,
		name: hasAccount ? null : name || null
	};
	return { kind: 'read', asking };
}
