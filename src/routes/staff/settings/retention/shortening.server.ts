/*
 * Before a period becomes shorter: what would be let go of tonight, to be looked at and said yes to, whichever button
 * asked for it. The change itself is the page's, as for every setting.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { retentionRun } from '#lib/retention/runs.server.ts';
import { KEEPING_KEYS, shortenedBy, type Periods, type Shortened } from '#lib/retention/schedule.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { administratorIn } from '../changing.server.ts';

/** What the page asks about before it is done. */
export interface Warned {
	shortened: (Shortened & { count: number; stay: number })[];
	/** All periods as they would be. */
	wanted: Periods;
	/** What the form had seen. */
	seen: string;
}

type Asked = Pick<RequestEvent, 'locals' | 'request'>;

/** An action that first shows what goes tonight when `wanted` shortens a period, and is done at once otherwise. */
export const lookingFirst =
	<T>(wanted: (form: FormData) => Partial<Periods>, act: (event: Asked) => Promise<T>) =>
	async ({ locals, request }: Asked): Promise<T | { warned: Warned }> => {
		administratorIn(locals);
		const form = await request.clone().formData();
		const { db, keyring, ledger } = theServer();
		const periods = await readSettings(db, KEEPING_KEYS);
		const asked = wanted(form);
		const shortened = form.get('sure') === 'yes' ? [] : shortenedBy(periods, asked);
		if (shortened.length === 0) return act({ locals, request });
		const all = { ...periods, ...asked };
		const instead = Object.fromEntries(shortened.map(({ key, to }) => [key, to]));
		const tonight = await retentionRun(db, keyring, ledger, new Date(), { dryRun: true, instead });
		const goes = (key: string) => tonight.find((one) => one.key === key);
		return {
			warned: {
				shortened: shortened.map((one) => ({
					...one,
					count: goes(one.key)?.count ?? 0,
					stay: goes(one.key)?.stay ?? 0
				})),
				wanted: all,
				seen: String(form.get('seen') ?? '')
			}
		};
	};
