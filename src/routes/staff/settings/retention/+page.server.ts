import { theServer } from '#lib/database/running.server.ts';
import { retentionRun } from '#lib/retention/runs.server.ts';
import { KEEPING_KEYS, KEEPINGS, type KeepingKey, type Periods } from '#lib/retention/schedule.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { lookingFirst } from './shortening.server.ts';

/** Digits as a number; anything else as something that no period takes. */
const numberIn = (text: string) => (/^\s*\d{1,4}\s*$/u.test(text) ? Number(text) : Number.NaN);

export const load: PageServerLoad = async ({ locals }) => {
	const page = await shown(locals, KEEPING_KEYS);
	const { db, keyring, ledger } = theServer();
	const next = await retentionRun(db, keyring, ledger, new Date(), { dryRun: true });
	return { ...page, next: Object.fromEntries(next.map(({ key, count, stay }) => [key, { count, stay }])) };
};

const periodsIn = (form: FormData) =>
	Object.fromEntries(KEEPING_KEYS.map((key) => [key, numberIn(String(form.get(key) ?? ''))])) as Periods;

/** One period, named by the form. */
function oneOf(form: FormData, months: (key: KeepingKey) => number): Partial<Periods> {
	const key = KEEPING_KEYS.find((one) => one === form.get('key'));
	return key ? { [key]: months(key) } : {};
}

const ways = waysBack(KEEPING_KEYS);

export const actions: Actions = {
	change: lookingFirst(periodsIn, changing(KEEPING_KEYS, periodsIn)),
	back: lookingFirst((form) => oneOf(form, () => numberIn(String(form.get('back') ?? ''))), ways.back),
	shipped: lookingFirst((form) => oneOf(form, (key) => KEEPINGS[key].shipped), ways.shipped)
};
