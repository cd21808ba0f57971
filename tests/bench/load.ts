/*
 * Load from this process on loopback: many connections for a few seconds, counted by the status that was expected.
 */
import autocannon from 'autocannon';

export interface LoadOf {
	url: string;
	connections: number;
	seconds: number;
	method: 'GET' | 'POST';
	/** The answer that counts; anything else is a fault. */
	expected: number;
	body?: string;
	headers(connection: number): Record<string, string>;
}

/**
 * Answers of the expected status per second.
 * @throws when others came: a figure with faults in it is no figure.
 */
export async function loadOnce({
	url,
	connections,
	seconds,
	method,
	expected,
	body,
	headers
}: LoadOf): Promise<number> {
	let connection = 0;
	const counts = new Map<number, number>();
	const run = autocannon({
		url,
		connections,
		duration: seconds,
		method,
		...(body !== undefined && { body }),
		setupClient(client) {
			client.setHeaders({
				accept: 'text/html',
				'content-type': 'application/x-www-form-urlencoded',
				...headers(connection)
			});
			connection += 1;
		}
	});
	run.on('response', (_client, status) => counts.set(status, (counts.get(status) ?? 0) + 1));
	const result = await run;
	const right = counts.get(expected) ?? 0;
	const wrong = [...counts].filter(([status]) => status !== expected);
	if (wrong.length > 0 || result.errors > 0)
		throw new Error(`${url}: ${JSON.stringify(wrong)}, ${result.errors} errors`);
	return right / result.duration;
}
