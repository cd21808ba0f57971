/*
 * The field of a visit's forms that says whose they are, as a browser has it from any page of the visit.
 */
import type { Visitor } from '../server/visitor.ts';

/** Reads the field from the opening page. @throws when there is none. */
export async function markFor(visitor: Visitor): Promise<[string, string]> {
	const { status, text } = await visitor.ask('/survey/start');
	const mark = /<input type="hidden" name="visit" value="([^"]+)"/.exec(text)?.[1];
	if (!mark) throw new Error(`the opening page answered ${status} and no form on it says whose it is`);
	return ['visit', mark];
}
