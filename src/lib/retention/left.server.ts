/*
 * Young people who left, and whose time in the roster is over: erased altogether, one by one. Whoever has something that
 * the law keeps, or that somebody works on, stays until that is over.
 */
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { eraseYoungPerson } from '#lib/data-rights/erasures.server.ts';
import { heldBack, refusalsFor } from '#lib/data-rights/holders.server.ts';
import { leftBefore, subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

/** Those who may be erased, of whose leaving before an ISO day the roster knows; and how many stay. */
export async function whoMayGo(db: Database, before: string, today: string): Promise<{ ids: string[]; stay: number }> {
	const held = await heldBack(db);
	const left = await leftBefore(db, before);
	const ids = left.filter((id) => !held.has(id));
	let stay = 0;
	for (const id of left.filter((one) => held.has(one))) {
		const subject = await subjectOf(db, id);
		if (!subject) continue;
		if ((await refusalsFor(db, subject, today)).length > 0) stay += 1;
		else ids.push(id);
	}
	return { ids, stay };
}

/** Erases them; says how many went, and how many stayed. */
export async function letThemGo(
	{ db, keyring, ledger, now }: { db: Database; keyring: Keyring; ledger: Ledger; now: Date },
	before: string,
	today: string
): Promise<{ count: number; stay: number }> {
	const { ids, stay } = await whoMayGo(db, before, today);
	let count = 0;
	for (const id of ids) {
		const { kind } = await eraseYoungPerson(db, keyring, ledger, THE_SERVER, id, now);
		if (kind === 'erased') count += 1;
	}
	return { count, stay };
}
