/*
 * Bringing a database to the newest form. The migrations themselves are in /migrations, one file each.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import type { Database } from './schema.ts';

function provider(folder: string): MigrationProvider {
	return {
		async getMigrations() {
			const found: Record<string, Migration> = {};
			for (const file of readdirSync(folder).filter((name) => /^\d{4}-.*\.ts$/.test(name))) {
				found[file.replace(/\.ts$/, '')] = await import(/* @vite-ignore */ pathToFileURL(resolve(folder, file)).href);
			}
			return found;
		}
	};
}

/** The folder of migrations, found from the working directory: commands run in the project's root. */
export const MIGRATIONS = resolve(process.cwd(), 'migrations');

/** The names of all migrations of this version of Earshot. */
export const knownMigrations = async (folder: string = MIGRATIONS): Promise<string[]> =>
	Object.keys(await provider(folder).getMigrations());

/**
 * Applies every migration that has not been applied, and names those it applied.
 * @throws the first fault, with the database as it was before that migration.
 */
export async function migrate(db: Database, folder: string = MIGRATIONS): Promise<string[]> {
	const { error, results } = await new Migrator({ db, provider: provider(folder) }).migrateToLatest();
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}

/** The names of migrations still to apply; empty when the database is up to date. */
export async function pendingMigrations(db: Database, folder: string = MIGRATIONS): Promise<string[]> {
	const all = await new Migrator({ db, provider: provider(folder) }).getMigrations();
	return all.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}
