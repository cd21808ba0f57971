import { error } from '@sveltejs/kit';
import { exportRecord } from '#lib/audit/listing/exports.server.ts';
import { readRecordFilter } from '#lib/audit/listing/filter.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { theServer } from '#lib/database/running.server.ts';
import { administratorIn } from '../../../changing.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const { db, keyring } = theServer();
	const now = new Date();
	const filter = readRecordFilter(url.searchParams);
	const text = await exportRecord(db, keyring, administratorIn(locals), filter, now);
	if (text === null) error(404, 'There is nothing here.');
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="record-${dayOf(now)}.csv"`,
			'cache-control': 'no-store'
		}
	});
};
