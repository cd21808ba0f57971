import { error } from '@sveltejs/kit';
import { readRecordFilter } from '#lib/audit/listing/filter.ts';
import { listRecord } from '#lib/audit/listing/lists.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { administratorIn } from '../../changing.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, keyring } = theServer();
	const filter = readRecordFilter(url.searchParams);
	const page = await listRecord(db, keyring, administratorIn(locals), filter);
	if (!page) error(404, 'There is nothing here.');
	return { filter, staff: page.staff };
};
