/*
 * Where a visit has a page of questions, as a browser is told: its addresses are its own.
 */
import type { Visitor } from '../server/visitor.ts';

/** The own address of a page, or of the review. @throws when the visit has no such page. */
export async function addressFor(visitor: Visitor, page: string): Promise<string> {
	if (page === 'review') return '/survey/review';
	const { status, location } = await visitor.ask(`/survey/${page}`);
	if (!/^\/survey\/p-[\w-]{10}$/.test(location)) throw new Error(`${page} led to ${status} ${location}`);
	return location;
}
