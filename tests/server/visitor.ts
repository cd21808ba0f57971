/*
 * A browser without a screen: keeps cookies by their path, sends forms as a browser does, and tries again when the
 * server is gone. Knows nothing of the survey.
 */
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const AGAIN_MS = 150;

export interface Answered {
	status: number;
	/** Where it leads, as a path; '' when nowhere. */
	location: string;
	text: string;
	headers: Headers;
}

export class Visitor {
	readonly origins: readonly string[];
	readonly #cookies = new Map<string, { value: string; path: string }>();
	/** How often a request had to be sent again. */
	retries = 0;

	constructor(...origins: readonly string[]) {
		this.origins = origins;
	}

	/** What a cookie holds; undefined when there is none. */
	cookie(name: string): string | undefined {
		return this.#cookies.get(name)?.value;
	}

	#cookieHeader(path: string): string {
		return [...this.#cookies]
			.filter(([, cookie]) => path.startsWith(cookie.path))
			.map(([name, { value }]) => `${name}=${value}`)
			.join('; ');
	}

	#keep(headers: Headers): void {
		for (const line of headers.getSetCookie()) {
			const [pair = '', ...rest] = line.split(/;\s*/);
			const attributes = new Map(
				rest.map((one) => one.split('=') as [string, string?]).map(([k, v = '']) => [k.toLowerCase(), v])
			);
			const name = pair.slice(0, pair.indexOf('='));
			if (attributes.get('max-age') === '0') this.#cookies.delete(name);
			else this.#cookies.set(name, { value: pair.slice(name.length + 1), path: attributes.get('path') ?? '/' });
		}
	}

	/** Asks once, whatever the answer. */
	async once(path: string, form?: Iterable<[string, string]>, origin = this.origins[0] ?? ''): Promise<Answered> {
		const cookie = this.#cookieHeader(path.split('?')[0] ?? path);
		const headers = { Accept: 'text/html', Origin: origin, ...(cookie && { Cookie: cookie }) };
		const response = await fetch(origin + path, {
			method: form ? 'POST' : 'GET',
			headers,
			redirect: 'manual',
			...(form && { body: new URLSearchParams([...form]) })
		});
		const text = await response.text();
		this.#keep(response.headers);
		const location = response.headers.get('location') ?? '';
		return { status: response.status, location, text, headers: response.headers };
	}

	/** Gets a page, or sends a form; again and again with the same cookies while nobody answers. */
	async ask(path: string, form?: Iterable<[string, string]>): Promise<Answered> {
		const fields = form && [...form];
		for (const began = Date.now(); ; this.retries += 1) {
			const origin = this.origins[this.retries % this.origins.length] ?? '';
			try {
				const answered = await this.once(path, fields, origin);
				if (answered.status !== 429 && answered.status < 500) return answered;
				if (Date.now() - began > PATIENCE_MS) return answered;
				await pause(Number(answered.headers.get('retry-after') ?? 0) * 1000);
			} catch (fault) {
				if (Date.now() - began > PATIENCE_MS) throw fault;
			}
			await pause(AGAIN_MS);
		}
	}
}
