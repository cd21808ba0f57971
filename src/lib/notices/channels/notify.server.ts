/*
 * GOV.UK Notify, through its own client. A notice's id is Notify's reference: before anything is tried again, Notify is
 * asked whether it has it. The council's templates hold ((subject)) and ((body)), so that the words stay ours.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Channel, Message, Sent } from './channel.ts';

const PATIENCE_MS = 25_000;
const MOST_ADDRESS_LINES = 7;

type Settings = NonNullable<Configuration['channels']['notify']>;

const found = z.object({ data: z.object({ notifications: z.array(z.object({ reference: z.string().nullish() })) }) });
/** The client's errors are its HTTP library's; of an answer only the status and Notify's own names of errors are read. */
const refusal = z.object({
	response: z.object({
		status: z.number(),
		data: z
			.object({ errors: z.array(z.object({ error: z.string() })) })
			.optional()
			.catch(undefined)
	})
});

/** What a fault means. Notify's messages are left out: they may quote what was sent. */
function outcomeOf(fault: unknown): Sent {
	const read = refusal.safeParse(fault);
	if (!read.success) return { kind: 'not yet', because: 'GOV.UK Notify did not answer' };
	const { status, data } = read.data.response;
	const names = data?.errors.map(({ error }) => error.replaceAll(/[^\w ]/g, '').slice(0, 40)).join(', ') ?? '';
	const because = `GOV.UK Notify answered ${status}${names && ` (${names})`}`;
	return { kind: status === 400 ? 'refused' : 'not yet', because };
}

function post(client: NotifyClient, template: string, { way, to, id, subject, body }: Message): Promise<unknown> {
	if (way === 'text') return client.sendSms(template, to, { personalisation: { body }, reference: id });
	if (way === 'email') return client.sendEmail(template, to, { personalisation: { subject, body }, reference: id });
	const lines = to.split('\n').slice(0, MOST_ADDRESS_LINES);
	const address = Object.fromEntries(lines.map((line, at) => [`address_line_${at + 1}`, line]));
	return client.sendLetter(template, { personalisation: { ...address, subject, body }, reference: id });
}

/** Gives up waiting: the answer may still come, and then nobody hears it; the next try asks first. */
async function inTime<T>(work: Promise<T>): Promise<T> {
	const ending = new AbortController();
	const late = pause(PATIENCE_MS, undefined, { signal: ending.signal, ref: false }).then(() => {
		throw new Error('no answer in time');
	});
	late.catch(() => undefined);
	try {
		return await Promise.race([work, late]);
	} finally {
		ending.abort();
	}
}

/** The channel of one of the council's templates. */
export function notifyChannel({ key, url }: Settings, template: string): Channel {
	const client = url ? new NotifyClient(url, key) : new NotifyClient(key);
	return {
		name: 'GOV.UK Notify',
		async send(message) {
			try {
				if (message.triedBefore) {
					const known = found.parse(await inTime(client.getNotifications(undefined, undefined, message.id)));
					if (known.data.notifications.some(({ reference }) => reference === message.id)) return { kind: 'sent' };
				}
				await inTime(post(client, template, message));
				return { kind: 'sent' };
			} catch (fault) {
				return outcomeOf(fault);
			}
		}
	};
}
