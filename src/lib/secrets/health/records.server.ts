/*
 * Whether what is sealed can be opened: every row or a sample, which versions of the key are still needed, and whether
 * every young person's own key is there. Nothing that was opened is kept or told.
 */
import { randomBytes } from 'node:crypto';
import type { Tenant } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Health } from '#lib/settings/health.ts';
import type { SealedColumn } from '../columns.ts';
import type { Keyring } from '../keyring.server.ts';
import { currentVersion, forManyRecords, openRecord, ownersKey, tenantKeyVersions } from '../records.server.ts';
import type { Report } from '../rotation/rotation.ts';
import { columnsOf, countRows, ownersIn, placeOf, portionOf, type SealedRow } from '../rotation/rows.server.ts';
import { someOf } from './folder.server.ts';

const SAMPLE = 50;
const PORTION = 500;

export interface Looking {
	/** Every row, not a sample of each column. */
	all?: boolean;
	report?: Report;
}

/** Rows from a random place on, and from the beginning where there are too few behind it: ids are random. */
async function sampleOf(db: Database, column: SealedColumn): Promise<SealedRow[]> {
	const after = randomBytes(1).toString('base64url');
	const some = await portionOf(db, column, { notUnder: null, after, most: SAMPLE });
	return some.length === SAMPLE ? some : portionOf(db, column, { notUnder: null, after: '', most: SAMPLE });
}

async function* rowsOf(db: Database, column: SealedColumn, all: boolean): AsyncGenerator<SealedRow[]> {
	if (!all) return yield await sampleOf(db, column);
	for (let after = ''; ;) {
		const rows = await portionOf(db, column, { notUnder: null, after, most: PORTION });
		const last = rows.at(-1);
		if (!last) return;
		after = last.id;
		yield rows;
	}
}

function opens(keyring: Keyring, column: SealedColumn, row: SealedRow): boolean {
	try {
		openRecord(keyring, placeOf(column, row), row.sealed);
		return true;
	} catch {
		return false;
	}
}

/** Whether sealed records open where they stand. */
export async function openingHealth(
	db: Database,
	keyring: Keyring,
	tenant: Tenant,
	{ all = false, report }: Looking
): Promise<Health> {
	const columns = columnsOf(tenant);
	let total = 0;
	for (const column of columns) total += await countRows(db, column, null);
	const broken: string[] = [];
	let looked = 0;
	for (const column of columns) {
		for await (const rows of rowsOf(db, column, all)) {
			const opening = forManyRecords(keyring);
			for (const row of rows)
				if (!opens(opening, column, row)) broken.push(`${column.table}.${column.column} of ${row.id}`);
			looked += rows.length;
			report?.(looked, total);
		}
	}
	const what = 'Sealed records open';
	const extent = all ? `All ${looked}` : `${looked} of ${total}`;
	if (broken.length > 0)
		return {
			what,
			state: 'wrong',
			words: `${broken.length} of ${looked} do not open: ${someOf(broken)}. They are damaged, or a key is lost: look for it in your copies of the keyring.`
		};
	return { what, state: 'good', words: `${extent} were opened where they stand.` };
}

/** Which versions of the tenant's key there are, and what still needs an older one. */
export async function versionsHealth(db: Database, keyring: Keyring, tenant: Tenant): Promise<Health> {
	const what = 'Versions of the key';
	const held = tenantKeyVersions(keyring, tenant);
	const version = currentVersion(keyring, tenant);
	const behind: string[] = [];
	for (const column of columnsOf(tenant)) {
		const count = await countRows(db, column, version);
		if (count > 0) behind.push(`${column.table}.${column.column}: ${count}`);
	}
	const have = `The keyring holds ${held.length === 1 ? 'version' : 'versions'} ${held.join(', ')}.`;
	if (behind.length === 0)
		return { what, state: 'good', words: `${have} Everything is sealed under version ${version}.` };
	return {
		what,
		state: 'warning',
		words: `${have} Still sealed otherwise than under version ${version}: ${behind.join('; ')}. Run "earshot keys rotate".`
	};
}

/** How many young people something is sealed about, and the ids of those whose key is not in the keyring. */
export async function ownersWithoutKey(
	db: Database,
	keyring: Keyring,
	tenant: Tenant
): Promise<{ needed: number; lost: string[] }> {
	const held = new Set(keyring.list('person'));
	const owners = new Set<string>();
	for (const column of columnsOf(tenant)) for (const owner of await ownersIn(db, column)) owners.add(owner);
	return { needed: owners.size, lost: [...owners].filter((owner) => !held.has(ownersKey(owner))) };
}

/** Whether the key of every young person is there about whom something is sealed. */
export async function ownersHealth(db: Database, keyring: Keyring, tenant: Tenant): Promise<Health> {
	const what = 'Young people’s own keys';
	const { needed, lost } = await ownersWithoutKey(db, keyring, tenant);
	if (lost.length === 0) return { what, state: 'good', words: `${needed} are needed, and all of them are there.` };
	return {
		what,
		state: 'wrong',
		words: `${lost.length} of ${needed} are not there: what is sealed about ${someOf(lost)} cannot be read. Put person/ back from the newest copy of the keyring, unless they were erased.`
	};
}
