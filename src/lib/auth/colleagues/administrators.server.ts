/*
 * Administrators as a body: that there is always one, and that once there were two nobody is made one by one alone. Every
 * change that could touch either begins by holding them, so that two at the same moment cannot undo each other.
 */
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import type { Writing } from '#lib/database/schema.ts';
import { readSetting, writeSetting } from '#lib/settings/setting.server.ts';

/** Set for good once there have been two; never shown among the council's settings. */
const TWO = 'two administrators';

export interface Administrators {
	/** Ids of those who can act: enrolled and not disabled. */
	acting: string[];
	/** There have been two at some time: it takes two to make another. */
	thereWereTwo: boolean;
}

/** Holds the administrators against change until the end of the transaction, and says who they are at this moment. */
export async function holdAdministrators(writing: Writing): Promise<Administrators> {
	const holders = writing
		.selectFrom('staff_role')
		.select('staff_id')
		.where('role', '=', 'administrator')
		.orderBy('staff_id');
	await exclusiveLock(holders, writing).execute();
	// Read anew: whoever had the lock before may have added one.
	const rows = await writing
		.selectFrom('staff_role')
		.innerJoin('staff', 'staff.id', 'staff_role.staff_id')
		.select(['staff.id', 'enrolled', 'disabled'])
		.where('role', '=', 'administrator')
		.execute();
	const known = (await readSetting(writing, TWO)) !== null;
	if (!known && rows.length > 1) await writeSetting(writing, TWO, 'yes');
	return {
		acting: rows.filter(({ enrolled, disabled }) => enrolled === 1 && disabled === 0).map(({ id }) => id),
		thereWereTwo: known || rows.length > 1
	};
}
