/*
 * Who a young person can ring. Numbers live here; what each does is in i18n/, when they were checked in council.server.ts.
 */

/** One number to ring. The key finds its words under `open:help.lines`. */
export interface Helpline {
	key: string;
	name: string;
	/** As people read it, in groups. */
	number: string;
	/** Someone answers at every hour. */
	always: boolean;
}

/** In the order of the help page: danger first, then whoever is always there. */
export const HELPLINES: readonly Helpline[] = [
	{ key: 'emergency', name: 'Emergency', number: '999', always: true },
	{ key: 'childline', name: 'Childline', number: '0800 1111', always: true },
	{ key: 'nyas', name: 'NYAS', number: '0808 808 1001', always: false },
	{ key: 'coram-voice', name: 'Coram Voice', number: '0808 800 5792', always: false },
	{ key: 'help-at-hand', name: 'Help at Hand', number: '0800 528 0731', always: false }
];

/** What a phone dials for a number: `tel:` and its digits. */
export function phoneLink(number: string): string {
	return `tel:${number.replace(/\D/gu, '')}`;
}
