/*
 * Packing pages for slow lines: gzip, where the browser takes it. Only for pages that repeat nothing from their address:
 * packed size would tell an onlooker whether what another site put there stands on the page as well.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const pack = promisify(gzip);

/** Most of what the best gives, in half its time. */
const LEVEL = 4;

/** The same answer, packed if it is a page and the browser takes it. */
export async function packed({ headers: asked }: Request, response: Response): Promise<Response> {
	const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (!isPage || !/\bgzip\b/.test(asked.get('accept-encoding') ?? '')) return response;
	const body = await pack(Buffer.from(await response.arrayBuffer()), { level: LEVEL });
	const headers = new Headers(response.headers);
	for (const name of ['content-length', 'etag']) headers.delete(name);
	headers.set('Content-Encoding', 'gzip');
	headers.append('Vary', 'Accept-Encoding');
	return new Response(new Uint8Array(body), { status: response.status, headers });
}
