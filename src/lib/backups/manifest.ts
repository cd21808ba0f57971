/*
 * What a backup says of itself: its form, how much of what is in it, and a hash for each table that does not depend on the
 * order of rows. Pure; measuring a database is in copying-thread.server.ts and postgres.server.ts.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ledgerEnd, type LedgerEnd } from '#lib/audit/ledger.ts';
import { TENANTS, type Tenant } from '#lib/auth/actor.ts';
import { SEALED_COLUMNS } from '#lib/secrets/columns.ts';

/**
 * Never in a backup: what was begun and not sent, when somebody guessed, and what lets somebody in for a while. Jobs are,
 * so that it is known what was done; their leases end and their notices are settled when it is restored.
 */
export const LEFT_OUT = ['draft', 'guess', 'session', 'import_draft', 'enrolment'] as const;

/** Two small tables of which the rows themselves are told. */
const MIGRATIONS = 'kysely_migration';
const CHAINS = 'audit_chain';

const FORMAT = 'earshot-backup';
const FORMAT_VERSION = 1;

const measure = z.object({ rows: z.number().int().min(0), hash: z.string() });

const manifestSchema = z.object({
	format: z.literal(FORMAT),
	formatVersion: z.number().int(),
	engine: z.enum(['sqlite', 'postgres']),
	/** The instant that the copy shows, or just before. */
	madeAt: z.string(),
	migrations: z.array(z.string()),
	/** Where each tenant's record ended. */
	chains: z.record(z.enum(TENANTS), z.object({ place: z.number().int(), hash: z.string() })),
	/** Where the ledger ended that stands beside the database; not in backups from before it was told. */
	ledger: ledgerEnd.optional(),
	/** The versions of each tenant's key that something in it is sealed under. */
	keys: z.record(z.enum(TENANTS), z.array(z.number().int())),
	tables: z.record(z.string(), measure)
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Measured = Pick<Manifest, 'migrations' | 'chains' | 'keys' | 'tables'>;

/** The manifest of a copy, ready to be written. */
export function manifestOf(
	engine: Manifest['engine'],
	madeAt: string,
	measured: Measured,
	ledger: LedgerEnd | null = null
): Manifest {
	return { format: FORMAT, formatVersion: FORMAT_VERSION, engine, madeAt, ...measured, ...(ledger && { ledger }) };
}

/** Reads a manifest; 'newer' when a later version of Earshot wrote it in a form of its own. */
export function readManifest(text: string): Manifest | 'newer' | null {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return null;
	}
	const head = z.object({ format: z.literal(FORMAT), formatVersion: z.number() }).safeParse(json);
	if (head.success && head.data.formatVersion > FORMAT_VERSION) return 'newer';
	return manifestSchema.safeParse(json).data ?? null;
}

type Row = Readonly<Record<string, unknown>>;

const MODULUS = 2n ** 256n;

/** A row's hash: of its columns in the order of their names, so that two machines agree. */
function hashOfRow(row: Row): bigint {
	const columns = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
	return BigInt(`0x${createHash('sha256').update(JSON.stringify(columns)).digest('hex')}`);
}

const isTenant = (name: unknown): name is Tenant => (TENANTS as readonly unknown[]).includes(name);

/** Measures tables row by row, in whatever order they come; nothing of them is kept. */
export function measuring(versionOf: (sealed: string) => number | null): {
	/** Begins a table; gives what takes its rows. */
	table(name: string): (row: Row) => void;
	measured(): Measured;
} {
	const sums = new Map<string, { rows: number; sum: bigint }>();
	const keys: Record<Tenant, Set<number>> = { council: new Set(), advocacy: new Set() };
	const chains: Record<Tenant, { place: number; hash: string }> = {
		council: { place: 0, hash: '' },
		advocacy: { place: 0, hash: '' }
	};
	const migrations: string[] = [];
	return {
		table(name) {
			const sum = { rows: 0, sum: 0n };
			sums.set(name, sum);
			const sealed = SEALED_COLUMNS.filter((one) => one.table === name);
			return (row) => {
				sum.rows += 1;
				sum.sum = (sum.sum + hashOfRow(row)) % MODULUS;
				for (const { column, tenant } of sealed) {
					const text = row[column];
					const version = typeof text === 'string' ? versionOf(text) : null;
					if (version !== null) keys[tenant].add(version);
				}
				if (name === MIGRATIONS) migrations.push(String(row['name']));
				const { tenant, place, hash } = row;
				if (name === CHAINS && isTenant(tenant)) chains[tenant] = { place: Number(place), hash: String(hash) };
			};
		},
		measured: () => ({
			migrations: migrations.sort(),
			chains,
			keys: { council: [...keys.council].sort((a, b) => a - b), advocacy: [...keys.advocacy].sort((a, b) => a - b) },
			tables: Object.fromEntries(
				[...sums].map(([name, { rows, sum }]) => [name, { rows, hash: sum.toString(16).padStart(64, '0') }])
			)
		})
	};
}

/** The tables in which a copy is not what its manifest says, in words; empty when it is whole. */
export function differences(said: Measured['tables'], found: Measured['tables']): string[] {
	const names = [...new Set([...Object.keys(said), ...Object.keys(found)])].sort();
	return names.flatMap((name) => {
		const [one, other] = [said[name], found[name]];
		if (one && other && one.rows === other.rows && one.hash === other.hash) return [];
		return [`${name}: ${one?.rows ?? 'no table'} → ${other?.rows ?? 'no table'}`];
	});
}
