/*
 * Notices as files in a folder, where neither GOV.UK Notify nor a mail server is set: for trying Earshot, or for something
 * of the council's that sends them on. Each is written once, whole, under the notice's own id.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Channel, Message } from './channel.ts';
import { emailOf } from './email.ts';

const FROM = 'Earshot <earshot@localhost>';

async function contentOf(message: Message, host: string): Promise<{ ending: string; bytes: Buffer }> {
	if (message.way !== 'email') {
		const words = message.way === 'letter' ? [message.to, message.subject, message.body] : [message.to, message.body];
		return { ending: message.way === 'letter' ? 'letter.txt' : 'txt', bytes: Buffer.from(`${words.join('\n\n')}\n`) };
	}
	const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(emailOf(message, FROM, host));
	return { ending: 'eml', bytes: made.message as Buffer };
}

/** @param host see `emailOf`. */
export function filesChannel(folder: string, host: string): Channel {
	return {
		name: 'files',
		async send(message) {
			try {
				const { ending, bytes } = await contentOf(message, host);
				mkdirSync(folder, { recursive: true, mode: 0o700 });
				const path = join(folder, `${message.id}.${ending}`);
				if (existsSync(path)) return { kind: 'sent' };
				const unfinished = join(folder, `.${message.id}.${process.pid}`);
				writeFileSync(unfinished, bytes, { mode: 0o600, flush: true });
				// Should another server have been quicker, its file was the same.
				renameSync(unfinished, path);
				return { kind: 'sent' };
			} catch (fault) {
				const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'a fault';
				return { kind: 'not yet', because: `the folder answered ${code}` };
			}
		}
	};
}
