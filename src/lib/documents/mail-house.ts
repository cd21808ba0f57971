/*
 * The list for a mail house that prints and sends the cards. It pairs names with codes and is stored nowhere:
 * it exists only in the output of the run that made it.
 */
import { stringify } from 'csv-stringify/sync';

export interface MailHouseRow {
	/** CHILD of the statutory return, or null on a spare card. */
	child: string | null;
	firstName: string | null;
	version: string;
	code: string;
	language: string | null;
	/** True when nothing may be posted there: the card is handed over. */
	addressUnsafe: boolean;
}

/** CSV with a byte order mark, so that a spreadsheet reads the letters rightly; a cell that looks like a formula is made plain text. */
export function mailHouseCsv(rows: readonly MailHouseRow[]): string {
	const records = rows.map((row) => ({
		child: row.child ?? '',
		first_name: row.firstName ?? '',
		version: row.version,
		code: row.code,
		language: row.language ?? '',
		address_unsafe: row.addressUnsafe ? 'yes' : 'no'
	}));
	const columns = ['child', 'first_name', 'version', 'code', 'language', 'address_unsafe'];
	return stringify(records, { header: true, columns, escape_formulas: true, record_delimiter: 'windows', bom: true });
}
