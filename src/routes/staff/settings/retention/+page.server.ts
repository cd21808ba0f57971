import { theServer } from '#lib/database/running.server.ts';
import { retentionRun } from '#lib/retention/runs.server.ts';
import { KEEPING_KEYS } from '#lib/retention/schedule.ts';
import type { Settings } from '#lib/settings/registry.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Digits as a number; anything else as something that no period takes. */
const numberIn = (text: string) => (/^\s*\d{1,4}\s*$/u.test(text) ? Number(text) : Number.NaN);

export const load: PageServerLoad = async ({ locals }) => {
	const page = await shown(locals, KEEPING_KEYS);
	const { db, keyring, ledger } = theServer();
	const next = await retentionRun(db, keyring, ledger, new Date(), { dryRun: true });
	return { ...page, next: Object.fromEntries(next.map(({ key, count, stay }) => [key, { count, stay }])) };
};

export const actions: Actions = {
	change: changing(
		KEEPING_KEYS,
		(form) =>
			Object.fromEntries(KEEPING_KEYS.map((key) => [key, numberIn(String(form.get(key) ?? ''))])) as Partial<Settings>
	),
	...waysBack(KEEPING_KEYS)
};
