/*
 * A mail server on this machine: it keeps every message it accepted, as often as it did, and refuses, answers late or hangs
 * up when asked to.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface Received {
	messageId: string;
	to: string;
	raw: string;
}

export interface MailServer {
	url: string;
	received: Received[];
	/** Recipients refused for good, with the code they are refused with. */
	refused: Map<string, number>;
	close(): Promise<void>;
}

/** Starts one. `lateMs` is waited after a message was kept and before it is said so. */
export async function mailServer({ lateMs = () => 0 }: { lateMs?: () => number } = {}): Promise<MailServer> {
	const received: Received[] = [];
	const refused = new Map<string, number>();
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		logger: false,
		onRcptTo({ address }, _session, done) {
			const code = refused.get(address);
			done(code ? Object.assign(new Error('no such mailbox'), { responseCode: code }) : null);
		},
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const raw = Buffer.concat(parts).toString();
				const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
				received.push({ messageId, to: session.envelope.rcptTo[0]?.address ?? '', raw });
				void pause(lateMs()).then(() => done());
			});
		}
	});
	// A sender that is killed leaves its connection in the middle of a word.
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		refused,
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
