/*
 * Somebody near by whom young people can reach: the advocacy service, the participation team. Public, as the help page is.
 */
import { z } from 'zod';
import { phoneNumber } from '../helplines.ts';
import { line } from '../setting.ts';

export const contactSchema = z.object({
	name: line(80, 'Please write the name that young people know.'),
	phone: phoneNumber,
	hours: line(120, 'Please write when somebody answers, for example “Monday to Friday, 9 to 5”.'),
	night: line(160, 'Please write what happens at other times, for example “Leave a message, we ring back next day”.')
});

export type Contact = z.infer<typeof contactSchema>;

/** A contact in one line. */
export function contactInWords(contact: Contact | null): string {
	return contact ? `${contact.name}, ${contact.phone} (${contact.hours}; ${contact.night})` : 'Not set yet';
}
