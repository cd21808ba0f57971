/*
 * What a survey page is measured against: the same words and markup as a static page, its styles in the page itself, the
 * same font, no script, from a plain server that compresses.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface StaticPage {
	address: string;
	stop(): Promise<void>;
}

/** Takes a page as a browser gets it and serves a static one of it. */
export async function serveStatically(
	address: string,
	fetching: (address: string) => Promise<Buffer>
): Promise<StaticPage> {
	let html = (await fetching(address)).toString();
	const fonts = new Map<string, Buffer>();
	for (const [link, at = ''] of html.matchAll(/<link[^>]*href="([^"]+\.css)"[^>]*>/g)) {
		const styles = await fetching(new URL(at, address).href);
		html = html.replace(link, () => `<style>${styles.toString()}</style>`);
	}
	html = html.replace(/<script[^>]*>.*?<\/script>|<meta http-equiv[^>]*>/gs, '');
	for (const [, at = ''] of html.matchAll(/"(\/fonts\/[^"]+\.woff2)"/g))
		fonts.set(at, await fetching(new URL(at, address).href));
	const page = gzipSync(html);
	const server = createServer((request, response) => {
		const font = fonts.get(request.url ?? '');
		if (font) response.writeHead(200, { 'Content-Type': 'font/woff2' }).end(font);
		else if (request.url === '/')
			response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' }).end(page);
		else response.writeHead(404).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}
