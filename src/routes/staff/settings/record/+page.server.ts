import { error } from '@sveltejs/kit';
import { recordStanding } from '#lib/audit/health.server.ts';
import { isFiltered, readRecordFilter, recordAddress } from '#lib/audit/listing/filter.ts';
import { listRecord } from '#lib/audit/listing/lists.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { administratorIn } from '../changing.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, keyring, ledger } = theServer();
	const filter = readRecordFilter(url.searchParams);
	const page = await listRecord(db, keyring, administratorIn(locals), filter);
	if (!page) error(404, 'There is nothing here.');
	const { events, staff, older, newer } = page;
	const to = (at: { before?: number; after?: number }) => recordAddress(filter, at) || '?';
	return {
		events,
		staff,
		filter,
		filtered: isFiltered(filter),
		older: older === null ? null : to({ before: older }),
		newer: newer === null ? null : to({ after: newer }),
		exportAt: `/staff/settings/record/export${recordAddress(filter)}`,
		standing: await recordStanding(db, ledger),
		now: new Date()
	};
};
