/*
 * Reading a chain from its beginning to its end and looking for whatever does not fit: in its rows, at both ends, and
 * against the ledger outside the database. It changes nothing; when it runs and who is told is checks.server.ts.
 */
import type { Tenant } from '#lib/auth/actor.ts';
import type { AuditEventTable, Database } from '#lib/database/schema.ts';
import { chainOf } from './anchors.server.ts';
import { anchorsOf, isLetGo, type LedgerLine } from './ledger.ts';
import { faultAt, type RecordFault } from './fault.ts';
import type { Ledger } from './ledger.server.ts';
import { hashOfEvent } from './record.server.ts';

export type Verified =
	/** `events` were read; the chain reaches through that place. */
	{ kind: 'sound'; events: number; through: number } | { kind: 'broken'; faults: RecordFault[] };

/** Rows held in memory at once. */
const PORTION = 1000;
/** More faults than these tell nothing new: a chain that was written anew has one at every anchor. */
const MOST_FAULTS = 20;
/** Letting old events go while they are read moves the beginning: then it is read once more. */
const TRIES = 3;

interface Walk {
	place: number;
	hash: string;
	events: number;
	/** Whether the hash of the row before is its own: else the next need not follow it to be right. */
	trusted: boolean;
	faults: RecordFault[];
}

/** What is wrong with one row, after the one before it. */
function step(walk: Walk, row: AuditEventTable, anchors: ReadonlyMap<number, string>): void {
	const expected = walk.place + 1;
	const isNext = row.place === expected;
	if (!isNext) walk.faults.push(faultAt('deleted', expected, row.place - 1));
	const isOwn = hashOfEvent(row) === row.hash;
	if (!isOwn) walk.faults.push(faultAt('edited', row.place));
	// A row whose own hash is right names another before it: the one before was changed, hash and all.
	else if (isNext && walk.trusted && row.previous !== walk.hash)
		walk.faults.push(faultAt('edited', Math.max(1, walk.place)));
	const anchored = anchors.get(row.place);
	if (anchored !== undefined && anchored !== row.hash) walk.faults.push(faultAt('anchor does not fit', row.place));
	Object.assign(walk, { place: row.place, hash: row.hash, events: walk.events + 1, trusted: isOwn });
}

async function walkThrough(db: Database, tenant: Tenant, end: number, anchors: Map<number, string>, walk: Walk) {
	while (walk.place < end && walk.faults.length < MOST_FAULTS) {
		const rows = await db
			.selectFrom('audit_event')
			.selectAll()
			.where('tenant', '=', tenant)
			.where('place', '>', walk.place)
			.where('place', '<=', end)
			.orderBy('place')
			.limit(PORTION)
			.execute();
		for (const row of rows) step(walk, row, anchors);
		if (rows.length < PORTION) return;
	}
}

/** Rows outside the chain: before its beginning, or after its end. One statement, so that an event written now is no fault. */
async function strayRows(db: Database, tenant: Tenant): Promise<RecordFault[]> {
	const found = await db
		.selectFrom('audit_chain')
		.leftJoin('audit_event', 'audit_event.tenant', 'audit_chain.tenant')
		.select((row) => [
			row.fn.min('audit_event.place').as('first'),
			row.fn.max('audit_event.place').as('last'),
			row.fn.max('audit_chain.place').as('end'),
			row.fn.max('audit_chain.begins_after').as('beginsAfter')
		])
		.where('audit_chain.tenant', '=', tenant)
		.executeTakeFirstOrThrow();
	const { first, last, end, beginsAfter } = found;
	if (first === null || last === null) return [];
	return [
		...(Number(first) <= Number(beginsAfter) ? [faultAt('inserted', Number(first))] : []),
		...(Number(last) > Number(end) ? [faultAt('inserted', Number(end) + 1, Number(last))] : [])
	];
}

/** What is wrong at the end of the chain, once all of it was read. */
function faultsAtEnd(walk: Walk, end: { place: number; hash: string }, newest: number): RecordFault[] {
	if (walk.place < end.place) return [faultAt('truncated', walk.place + 1)];
	if (end.place < newest) return [faultAt('truncated', end.place + 1)];
	return walk.trusted && walk.hash !== end.hash ? [faultAt('edited', end.place)] : [];
}

async function verifyOnce(db: Database, ledger: Ledger, tenant: Tenant): Promise<Verified & { beginsAfter: number }> {
	// Anchors are read before the chain's end, so that each stands within it; what was let go, after its beginning.
	const before = ledger.read();
	const chain = await chainOf(db, tenant);
	if (!chain) return { kind: 'broken', faults: [faultAt('truncated', 1)], beginsAfter: 0 };
	const { begins_after: beginsAfter, begins_with: beginsWith } = chain;
	const after = ledger.read();
	const anchors = anchorsOf(before.lines, tenant);
	const walk: Walk = { place: beginsAfter, hash: beginsWith, events: 0, trusted: true, faults: [] };
	if (after.kind === 'changed') walk.faults.push(faultAt('ledger changed', after.line));
	if (after.kind === 'shortened') walk.faults.push(faultAt('ledger shortened', after.expected));
	walk.faults.push(...faultsAtBeginning(after, tenant, beginsAfter, beginsWith));
	const byPlace = new Map(anchors.map(({ place, hash }) => [place, hash]));
	await walkThrough(db, tenant, chain.place, byPlace, walk);
	if (walk.faults.length < MOST_FAULTS) {
		const newest = Math.max(0, ...anchors.slice(-1).map(({ place }) => place));
		walk.faults.push(...faultsAtEnd(walk, chain, newest), ...(await strayRows(db, tenant)));
	}
	if (walk.faults.length > 0) return { kind: 'broken', faults: walk.faults.slice(0, MOST_FAULTS), beginsAfter };
	return { kind: 'sound', events: walk.events, through: chain.place, beginsAfter };
}

/** A chain that begins later than at 1 must have been let go so far, and the ledger must know it. */
function faultsAtBeginning(
	{ lines }: { lines: readonly LedgerLine[] },
	tenant: Tenant,
	through: number,
	hash: string
): RecordFault[] {
	return isLetGo(lines, tenant, through, hash) ? [] : [faultAt('deleted', 1, Math.max(1, through))];
}

/**
 * Verifies one tenant's chain against itself and the ledger, reading a portion at a time. Damage that this cannot find: a
 * chain shortened or written anew since the last anchor by somebody who set its end right, too.
 */
export async function verifyRecord(db: Database, ledger: Ledger, tenant: Tenant): Promise<Verified> {
	for (let tries = 1; ; tries += 1) {
		const { beginsAfter, ...verified } = await verifyOnce(db, ledger, tenant);
		if (verified.kind === 'sound' || tries === TRIES) return verified;
		const chain = await chainOf(db, tenant);
		if (!chain || chain.begins_after === beginsAfter) return verified;
	}
}
