/*
 * A real identity provider on this machine, for tests: oidc-provider with one client and people whom the test chooses.
 * It signs in whoever is next without asking, as a provider does that knows them already.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { SingleSignOn } from '#lib/settings/configuration.server.ts';

export interface Person {
	subject: string;
	email?: string;
	emailVerified?: boolean;
	/** How they proved who they are; ['pwd'] if not given. */
	amr?: string[];
	/** When they did, if not now. */
	at?: Date;
}

export interface IdentityProvider {
	settings: SingleSignOn;
	/** Who signs in next; null says no. */
	next(person: Person | null): void;
	/** Goes to the provider as a browser does, and gives the address that it is sent back to. */
	visit(address: string): Promise<URL>;
	close(): Promise<void>;
}

/** Starts it; `back` is the one address that it sends people back to. */
export async function startIdentityProvider(back: string): Promise<IdentityProvider> {
	const people = new Map<string, Person>();
	let next: Person | null = null;
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	const client = { client_id: 'earshot', client_secret: 'only-for-tests', redirect_uris: [back] };
	const provider = new Provider(issuer, {
		clients: [client],
		claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
		cookies: { keys: ['only-for-tests'] },
		ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
		findAccount: (_, accountId) => ({
			accountId,
			claims: () => {
				const { subject, email, emailVerified } = people.get(accountId) ?? { subject: accountId };
				return {
					sub: subject,
					...(email && { email }),
					...(emailVerified !== undefined && { email_verified: emailVerified })
				};
			}
		})
	});

	async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const details = await provider.interactionDetails(request, response);
		if (!next) return provider.interactionFinished(request, response, { error: 'access_denied' });
		const { subject, amr = ['pwd'], at = new Date() } = next;
		people.set(subject, next);
		const grant = new provider.Grant({ accountId: subject, clientId: client.client_id });
		grant.addOIDCScope(String(details.params['scope']));
		const login = { accountId: subject, amr, ts: Math.floor(at.getTime() / 1000) };
		const consent = { grantId: await grant.save() };
		return provider.interactionFinished(request, response, { login, consent }, { mergeWithLastSubmission: false });
	}

	const handler = provider.callback();
	server.on('request', (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return void handler(request, response);
		interact(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
	});

	return {
		settings: { issuer, clientId: client.client_id, clientSecret: client.client_secret },
		next: (person) => void (next = person),
		async visit(address) {
			const cookies = new Map<string, string>();
			for (let url = new URL(address); ;) {
				if (url.href.startsWith(back)) return url;
				const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
				const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
				for (const line of answer.headers.getSetCookie()) {
					const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
					cookies.set(name, value);
				}
				const location = answer.headers.get('location');
				if (!location)
					throw new Error(`the provider stayed at ${url.pathname}: ${answer.status} ${await answer.text()}`);
				url = new URL(location, url);
			}
		},
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
