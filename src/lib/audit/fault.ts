/*
 * What can be wrong with a chain of the record, and how it is said to whoever has to look into it. Words only: finding it
 * is verify.server.ts.
 */

export const FAULT_KINDS = [
	'edited',
	'deleted',
	'truncated',
	'inserted',
	'anchor does not fit',
	'ledger changed',
	'ledger shortened'
] as const;

export interface RecordFault {
	what: (typeof FAULT_KINDS)[number];
	/** The place in the chain; the line in the ledger for 'ledger changed', how many there were for 'ledger shortened'. */
	place: number;
	words: string;
}

const number = (place: number): string => place.toLocaleString('en-GB');

/** One fault with its words. `through`: the last of several places in a row. */
export function faultAt(what: RecordFault['what'], place: number, through = place): RecordFault {
	const events = through > place ? `Events ${number(place)} to ${number(through)}` : `Event ${number(place)}`;
	const words: Readonly<Record<RecordFault['what'], string>> = {
		edited: `${events} ${through > place ? 'are' : 'is'} not as written down: something in it was changed afterwards.`,
		deleted: `${events} ${through > place ? 'were' : 'was'} taken out.`,
		truncated: `From event ${number(place)} on, events that were there are missing at the end.`,
		inserted: `${events} ${through > place ? 'were' : 'was'} put in from outside.`,
		'anchor does not fit': `Event ${number(place)} is another than the one that the ledger, outside the database, knows.`,
		'ledger changed': `Line ${number(place)} of the ledger file was changed, or one before it was taken out.`,
		'ledger shortened': `Lines are missing at the end of the ledger file: it had ${number(place)}.`
	};
	return { what, place, words: words[what] };
}
