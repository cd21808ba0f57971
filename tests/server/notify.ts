/*
 * A server on this machine that speaks like GOV.UK Notify: it checks the token that the API key signs, keeps what it was
 * given under its reference, as often as it was given it, and answers late or not at all when asked to.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const TOKEN_SECONDS = 30;

export interface Posted {
	reference: string;
	kind: 'email' | 'sms' | 'letter';
	to: string;
	personalisation: Record<string, string>;
}

export interface NotifyServer {
	url: string;
	/** An API key that it accepts. */
	key: string;
	posted: Posted[];
	/** How often it was asked by reference. */
	lookUps(): number;
	/** What the next posts are answered with instead; 'silence' keeps what it was given and ends the connection. */
	next: (number | 'silence')[];
	close(): Promise<void>;
}

function holds(token: string, service: string, secret: string): boolean {
	const [header = '', payload = '', signature = ''] = token.split('.');
	const right = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
	const given = Buffer.from(signature, 'base64url');
	const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string };
	const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss: string; iat: number };
	const age = Math.abs(Date.now() / 1000 - claims.iat);
	return (
		alg === 'HS256' &&
		given.length === right.length &&
		timingSafeEqual(given, right) &&
		claims.iss === service &&
		age < TOKEN_SECONDS
	);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
}

function addressOf(kind: Posted['kind'], given: Record<string, unknown>): string | null {
	const personalisation = (given['personalisation'] ?? {}) as Record<string, string>;
	if (kind === 'letter') return personalisation['address_line_3'] ? JSON.stringify(personalisation) : null;
	const address = given[kind === 'email' ? 'email_address' : 'phone_number'];
	return typeof address === 'string' && (kind === 'email' ? /@/ : /^\+?\d{8,}$/).test(address) ? address : null;
}

/** Starts one. `lateMs` is waited after a notification was kept and before it is said so. */
export async function notifyServer({ lateMs = () => 0 }: { lateMs?: () => number } = {}): Promise<NotifyServer> {
	const [service, secret] = [randomUUID(), randomUUID()];
	const posted: Posted[] = [];
	const next: NotifyServer['next'] = [];
	let lookUps = 0;

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const say = (status: number, body: unknown) => {
			response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
		};
		const refuse = (status: number, error: string) =>
			say(status, { status_code: status, errors: [{ error, message: 'quotes what was sent' }] });
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
		if (!holds(token, service, secret)) return refuse(403, 'AuthError');
		const url = new URL(request.url ?? '/', 'http://localhost');
		if (request.method === 'GET' && url.pathname === '/v2/notifications') {
			lookUps += 1;
			const known = posted.filter(({ reference }) => reference === url.searchParams.get('reference'));
			return say(200, { notifications: known.map(({ reference }) => ({ id: randomUUID(), reference })), links: {} });
		}
		const [, kind] = /^\/v2\/notifications\/(email|sms|letter)$/.exec(url.pathname) ?? [];
		if (request.method !== 'POST' || !kind) return refuse(404, 'NoResultFound');
		const given = await bodyOf(request);
		const instead = next.shift();
		if (typeof instead === 'number') return refuse(instead, instead === 429 ? 'RateLimitError' : 'Exception');
		const to = addressOf(kind as Posted['kind'], given);
		if (to === null || !given['template_id']) return refuse(400, 'ValidationError');
		const personalisation = given['personalisation'] as Record<string, string>;
		posted.push({ reference: String(given['reference']), kind: kind as Posted['kind'], to, personalisation });
		if (instead === 'silence') return void request.socket.destroy();
		await pause(lateMs());
		say(201, { id: randomUUID(), reference: given['reference'], content: {}, template: {}, uri: '' });
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => request.socket.destroy());
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		key: `tests-${service}-${secret}`,
		posted,
		lookUps: () => lookUps,
		next,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
