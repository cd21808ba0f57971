/*
 * What stands in the ledger, and what it says about one chain: the ends it had at their times, and how far old events were
 * let go. Rules only: the file is ledger.server.ts, what is appended to it anchors.server.ts.
 */
import { z } from 'zod';
import type { Tenant } from '#lib/auth/actor.ts';

/** The end of a chain on a day; old events let go; a database restored; somebody erased. */
export type LedgerEntry =
	| { kind: 'anchor'; tenant: Tenant; place: number; hash: string }
	| { kind: 'let go'; tenant: Tenant; through: number; hash: string }
	| { kind: 'restored'; ends: Record<Tenant, { place: number; hash: string }> }
	| { kind: 'erased'; youngPersonId: string }
	| { kind: 'row erased'; table: string; id: string }
	/** The lines before it are not all that there were: somebody said so, and went on. */
	| { kind: 'lines lost'; expected: number };

/** How many lines a ledger had, and the hash of the last. */
export const ledgerEnd = z.object({ lines: z.number().int().min(0), hash: z.string() });
export type LedgerEnd = z.infer<typeof ledgerEnd>;

export type LedgerLine = LedgerEntry & { at: string };

/** The end that a chain had at an instant. */
export interface Anchor {
	place: number;
	hash: string;
	at: string;
}

/**
 * The anchors that hold, by place, oldest first. A restored database ended earlier: anchors beyond its end are void then,
 * and the end it had is one itself.
 */
export function anchorsOf(lines: readonly LedgerLine[], tenant: Tenant): Anchor[] {
	let anchors: Anchor[] = [];
	for (const line of lines) {
		if (line.kind === 'anchor' && line.tenant === tenant) {
			anchors.push({ place: line.place, hash: line.hash, at: line.at });
		} else if (line.kind === 'restored') {
			const end = line.ends[tenant];
			anchors = anchors.filter(({ place }) => place <= end.place);
			anchors.push({ ...end, at: line.at });
		}
	}
	return anchors;
}

/** Whether the ledger knows that a chain was let go up to this place. Where none was, there is nothing to know. */
export function isLetGo(lines: readonly LedgerLine[], tenant: Tenant, through: number, hash: string): boolean {
	if (through === 0) return hash === '';
	return lines.some(
		(line) => line.kind === 'let go' && line.tenant === tenant && line.through === through && line.hash === hash
	);
}
