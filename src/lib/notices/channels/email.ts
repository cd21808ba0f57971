/*
 * An email as SMTP and the folder of files both write it: the same Message-ID at each try, so that whoever gets it twice
 * can tell, and marked as written by a machine, so that nobody's holiday answers it.
 */
import type { Message } from './channel.ts';

/** @param host the address of this Earshot, without which no two of them would differ. */
export function emailOf({ id, to, subject, body }: Message, from: string, host: string) {
	return {
		messageId: `<${id}@${host}>`,
		from,
		to,
		subject,
		text: body,
		headers: { 'Auto-Submitted': 'auto-generated' },
		disableFileAccess: true,
		disableUrlAccess: true
	};
}
