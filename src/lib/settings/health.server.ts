/*
 * What somebody of the council must look after: the helplines, the list of bank holidays, and the address people type.
 */
import { LAST_YEAR } from '#lib/calendar/bank-holidays.ts';
import { dayInWords, dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { productionFaults, type Configuration } from './configuration.server.ts';
import type { Health } from './health.ts';
import { CHECK_AFTER_DAYS, helplinesNeedChecking } from './helplines.ts';
import { readSettings } from './settings.server.ts';

/** Years ahead that clocks may reach: an answer due in January is reckoned in December, and retention looks further. */
const YEARS_AHEAD = 2;

export function holidaysHealth(now: Date): Health {
	const what = 'Bank holidays';
	const left = LAST_YEAR - now.getFullYear();
	const words = `Known until the end of ${LAST_YEAR}.`;
	if (left >= YEARS_AHEAD) return { what, state: 'good', words };
	const update = `${words} Update Earshot: after that, due days would fall on holidays.`;
	return { what, state: left < 0 ? 'wrong' : 'warning', words: update };
}

async function helplinesHealth(db: Database, now: Date): Promise<Health> {
	const what = 'Helplines';
	const { 'helplines checked': checked } = await readSettings(db, ['helplines checked']);
	const last = checked
		? `Somebody last rang them all on ${dayInWords(checked)}.`
		: 'Nobody has said yet that they rang them all.';
	if (!helplinesNeedChecking(checked, dayOf(now))) return { what, state: 'good', words: last };
	const words = `${last} Ring each number, then say so under Settings, Helplines (every ${CHECK_AFTER_DAYS} days).`;
	return { what, state: 'warning', words };
}

/** What people of the council must look after. */
export async function settingsHealth(db: Database, configuration: Configuration, now: Date): Promise<Health[]> {
	const faults = productionFaults(configuration);
	const address: Health =
		faults.length === 0
			? { what: 'Address and TLS', state: 'good', words: `People type ${configuration.origin ?? ''}.` }
			: { what: 'Address and TLS', state: 'wrong', words: `The server would not start: ${faults.join('; ')}.` };
	return [address, await helplinesHealth(db, now), holidaysHealth(now)];
}
