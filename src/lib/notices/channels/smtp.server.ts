/*
 * Email through the council's own mail server. Off this machine nothing goes without TLS: an address says who somebody is.
 */
import { createTransport } from 'nodemailer';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Channel, Sent } from './channel.ts';
import { emailOf } from './email.ts';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const HERE = ['localhost', '127.0.0.1', '[::1]'];
/** What a server says about this recipient or this message; about the sender or the sign-in it says it to us, not to them. */
const ABOUT_THE_MESSAGE = ['RCPT TO', 'DATA'];

function outcomeOf(fault: unknown): Sent {
	const { responseCode, command, code } = fault as { responseCode?: number; command?: string; code?: string };
	if (!responseCode) return { kind: 'not yet', because: `the mail server did not answer${code ? ` (${code})` : ''}` };
	const because = `the mail server answered ${responseCode}${command ? ` to ${command}` : ''}`;
	const forGood = responseCode >= 500 && ABOUT_THE_MESSAGE.includes(command ?? '');
	return { kind: forGood ? 'refused' : 'not yet', because };
}

/** The address with TLS asked for, unless it is this machine's or says itself what it wants. */
export function withTls(url: string): string {
	const address = new URL(url);
	const isHere = HERE.includes(address.hostname);
	if (address.protocol === 'smtp:' && !isHere && !address.searchParams.has('requireTLS'))
		address.searchParams.set('requireTLS', 'true');
	return address.href;
}

/** @param host see `emailOf`. */
export function smtpChannel({ url, from }: NonNullable<Configuration['channels']['smtp']>, host: string): Channel {
	const patience = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS };
	return {
		name: 'SMTP',
		oneAtATime: true,
		async send(message) {
			const transport = createTransport({ url: withTls(url), ...patience });
			try {
				await transport.sendMail(emailOf(message, from, host));
				return { kind: 'sent' };
			} catch (fault) {
				return outcomeOf(fault);
			} finally {
				transport.close();
			}
		}
	};
}
