/*
 * Load from this process on loopback: many connections for a few seconds, counted by the status that was expected.
 */
import autocannon from 'autocannon';

export interface LoadOf {
	url: string;
	/** Where each connection asks, if not all ask for the same. */
	path?(connection: number): string;
	connections: number;
	seconds: number;
	method: 'GET' | 'POST';
	/** The answer that counts; anything else is a fault. */
	expected: number;
	body?(connection: number): string;
	headers(connection: number): Record<string, string>;
}

/**
 * Answers of the expected status per second.
 * @throws when others came: a figure with faults in it is no figure.
 */
export async function loadOnce({
	url,
	path,
	connections,
	seconds,
	method,
	expected,
	body,
	headers
}: LoadOf): Promise<number> {
	let connection = 0;
	const result = await autocannon({
		url,
		connections,
		duration: seconds,
		method,
		setupClient(client) {
			if (path) client.setRequests([{ path: path(connection) }]);
			client.setHeaders({
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded',
				...headers(connection)
			});
			if (body) client.setBody(body(connection));
			connection += 1;
		}
	});
	const counts = Object.entries(result.statusCodeStats ?? {}).map(
		([status, { count }]) => [Number(status), count ?? 0] as const
	);
	const right = counts.find(([status]) => status === expected)?.[1] ?? 0;
	const wrong = counts.filter(([status]) => status !== expected);
	if (wrong.length > 0 || result.errors > 0)
		throw new Error(`${url}: ${JSON.stringify(wrong)}, ${result.errors} errors`);
	return right / result.duration;
}
