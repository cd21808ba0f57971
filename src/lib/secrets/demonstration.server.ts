/*
 * The mark that the demonstration leaves in its keyring and its database, so that neither is ever taken for a council's,
 * whatever the settings say. Nothing invented lives here.
 */
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { readSetting, writeSetting } from '#lib/settings/setting.server.ts';
import type { Keyring } from './keyring.server.ts';

const MARK = 'demonstration/mark';
const SETTING = 'demonstration';

/** What is said where they are met without the demonstration's own settings. */
export const DEMONSTRATION_MET =
	'This keyring or this database is the demonstration’s: its keys lie on a disk unprotected, and everybody in it is invented. Give a keyring and a database of your own (EARSHOT_KEYRING, DATABASE_URL) and run "earshot migrate".';

/** Marks both, for good. */
export async function markDemonstration(db: Database, keyring: Keyring): Promise<void> {
	keyring.getOrDraw(MARK);
	await inTransaction(db, (writing) => writeSetting(writing, SETTING, 'yes'));
}

/** Whether the keyring or the database was made by the demonstration. */
export async function isDemonstration(db: Database, keyring: Keyring): Promise<boolean> {
	return keyring.has(MARK) || (await readSetting(db, SETTING)) === 'yes';
}
