/*
 * How well the record is kept, for `earshot doctor` and the administrator's page: when it was last anchored outside the
 * database, and what the last check found.
 */
import { TENANTS, type Tenant } from '#lib/auth/actor.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Health } from '#lib/settings/health.ts';
import { chainOf } from './anchors.server.ts';
import { anchorsOf, type Anchor } from './ledger.ts';
import { lastCheckOf, type LastCheck } from './checks.server.ts';
import type { Ledger, LedgerRead } from './ledger.server.ts';

const HOUR_MS = 3_600_000;
/** Anchoring runs hourly, checking daily: twice that, and something stands still. */
const ANCHOR_HOURS = 2;
const CHECK_HOURS = 48;

const WHOSE: Readonly<Record<Tenant, string>> = {
	council: 'the council’s record',
	advocacy: 'the advocacy service’s record'
};

const isOlderThan = (at: Date, hours: number, now: Date): boolean => now.getTime() - at.getTime() > hours * HOUR_MS;

/** The newest anchor of a chain that still holds; null where there is none. */
function lastAnchorOf(ledger: Ledger, tenant: Tenant): Anchor | null {
	return anchorsOf(ledger.read().lines, tenant).at(-1) ?? null;
}

/** Since when events wait that no anchor holds; null when all are anchored. */
async function unanchoredSince(db: Database, tenant: Tenant, anchored: number): Promise<Date | null> {
	const row = await db
		.selectFrom('audit_event')
		.select('at')
		.where('tenant', '=', tenant)
		.where('place', '>', anchored)
		.orderBy('place')
		.limit(1)
		.executeTakeFirst();
	return row ? new Date(row.at) : null;
}

async function anchorHealth(db: Database, ledger: Ledger, tenant: Tenant, now: Date): Promise<Health> {
	const what = `Last anchor of ${WHOSE[tenant]}`;
	const [anchor, chain] = [lastAnchorOf(ledger, tenant), await chainOf(db, tenant)];
	const since = await unanchoredSince(db, tenant, anchor?.place ?? 0);
	const last = anchor ? `The last anchor is of ${momentInWords(new Date(anchor.at))}.` : 'It was never anchored.';
	if (since && isOlderThan(since, ANCHOR_HOURS, now)) {
		const words = `${last} Events since ${momentInWords(since)} are not anchored outside the database yet. Is the server running? "earshot audit anchor" does it now.`;
		return { what, state: 'warning', words };
	}
	if (anchor) return { what, state: 'good', words: last };
	const words = (chain?.place ?? 0) > 0 ? `${last} It will be within the hour.` : 'Nothing is in it yet.';
	return { what, state: 'good', words };
}

async function checkHealth(db: Database, tenant: Tenant, now: Date): Promise<Health> {
	const what = `Last check of ${WHOSE[tenant]}`;
	const check = await lastCheckOf(db, tenant);
	if (!check) return { what, state: 'warning', words: 'It was never checked. "earshot audit verify" checks it now.' };
	const at = momentInWords(check.at);
	if (check.kind === 'broken') {
		const [first] = check.faults;
		const words = `Checked ${at}: it does not fit together. ${first?.words ?? ''} "earshot audit verify" says everything that was found.`;
		return { what, state: 'wrong', words };
	}
	const found = `Checked ${at}: ${check.events.toLocaleString('en-GB')} events, nothing missing.`;
	return isOlderThan(check.at, CHECK_HOURS, now)
		? { what, state: 'warning', words: `${found} That is more than two days ago: is the server running?` }
		: { what, state: 'good', words: found };
}

function ledgerHealth(read: LedgerRead): Health {
	const what = 'Ledger';
	const number = read.lines.length;
	if (read.kind === 'sound') return { what, state: 'good', words: `${number} lines, each follows the one before.` };
	const found =
		read.kind === 'changed'
			? `Line ${read.line} was changed, or one before it was taken out.`
			: `It had ${read.expected} lines, and not all of them are there: ${number} are. Who was erased may stand in those that are missing.`;
	return { what, state: 'wrong', words: `${found} Keep the file as it is and find out who could write to it.` };
}

/** How the record stands: the ledger itself, and for each chain its last anchor and last check. */
export async function recordHealth(db: Database, ledger: Ledger, now: Date): Promise<Health[]> {
	const file = ledgerHealth(ledger.read());
	const chains: Health[] = [];
	for (const tenant of TENANTS) {
		chains.push(await anchorHealth(db, ledger, tenant, now), await checkHealth(db, tenant, now));
	}
	return [file, ...chains];
}

/** How the council's record stands, for the administrator's page; of the advocacy service's only whether it is damaged. */
export interface Standing {
	check: LastCheck | null;
	anchoredAt: Date | null;
	/** Whether the ledger itself can be believed. */
	ledgerIsSound: boolean;
	advocacyIsDamaged: boolean;
}

export async function recordStanding(db: Database, ledger: Ledger): Promise<Standing> {
	const anchor = lastAnchorOf(ledger, 'council');
	return {
		check: await lastCheckOf(db, 'council'),
		anchoredAt: anchor && new Date(anchor.at),
		ledgerIsSound: ledger.read().kind === 'sound',
		advocacyIsDamaged: (await lastCheckOf(db, 'advocacy'))?.kind === 'broken'
	};
}
