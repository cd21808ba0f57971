/*
 * A real PostgreSQL where one answers: whether there is one, and a database of one's own on it.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const server = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** True when a server answers at TEST_POSTGRES_URL, or on this machine. */
export async function postgresAnswers(): Promise<boolean> {
	const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}

/** An empty database with a name of its own, and what removes it. */
export async function emptyPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
	const name = `earshot_test_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client({ connectionString: server });
	await admin.connect();
	await admin.query(`create database ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return {
		url: url.href,
		async drop() {
			await admin.query(`drop database ${name} with (force)`);
			await admin.end();
		}
	};
}
