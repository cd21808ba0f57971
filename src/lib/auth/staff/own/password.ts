/*
 * What a staff password must be: long, not a common one, not one's own name. Length is what counts (NIST SP 800-63B-4,
 * 3.1.1.2): no rules about kinds of letters, no changing for its own sake.
 */
import { isCommonPassword } from '../../often-used-passwords.ts';

export const SHORTEST = 12;
export const LONGEST = 128;
/** What must be left when one's own names are taken away. */
const LEFT_OVER = 8;

/** The same password from every keyboard: some type é as one sign, some as two. */
export const plainPassword = (typed: string): string => typed.normalize('NFKC');

/** Words that anybody who knows this person would try first. */
function ownWords({ name, email }: { name: string; email: string }): string[] {
	const words = `${name} ${email} earshot`.toLowerCase().split(/[^\p{L}]+/u);
	return [...new Set(words)].filter((word) => word.length >= 3).sort((one, other) => other.length - one.length);
}

/** What is wrong with a password for this person and what to do, or null when it is good. */
export function passwordFault(typed: string, person: { name: string; email: string }): string | null {
	const password = plainPassword(typed);
	const { length } = [...password];
	if (length < SHORTEST)
		return `That has ${length} characters. Please use at least ${SHORTEST}: four words that do not belong together are easy to remember.`;
	if (length > LONGEST) return `That has ${length} characters. Please use at most ${LONGEST}.`;
	const left = ownWords(person).reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
	if (left.length < LEFT_OVER)
		return 'That is mostly your own name, your address or “Earshot”, which others would try first. Please add words that have nothing to do with you.';
	if (isCommonPassword(password))
		return 'Many people use that one, or nearly that one, so it is tried first. Please use words that do not belong together.';
	return null;
}
