import { sql } from 'kysely';
import { database } from '#lib/database/running.server.ts';
import type { RequestHandler } from './$types';

/** For whoever watches the server: it answers and reaches its database. No figures. */
export const GET: RequestHandler = async () => {
	await sql`select 1`.execute(database());
	return new Response('ok');
};
