/*
 * What is turned away in front of everything, before a byte of a body is read: bodies that are too large or of unknown
 * size, and whoever comes over plain http from elsewhere. Only the decision and its words; listening is in listening.server.ts.
 */

/** The places that take files: the statutory return, and recordings. Everything else is words in forms. */
const FILES = ['/staff/people/import', '/staff/settings/recordings'];
const MEGABYTE = 1024 * 1024;
const MOST_WORDS = MEGABYTE / 2;
/** In bytes. */
export const MOST_FILES = 25 * MEGABYTE;

/** A request as the door sees it; headers in lower case, as node:http gives them. */
export interface Knock {
	path: string;
	headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	/** The connection itself is TLS. */
	encrypted: boolean;
}

export interface TurnedAway {
	status: 400 | 411 | 413;
	kind: 'plain http' | 'no length' | 'too large';
	title: string;
	words: readonly string[];
}

export const takesFiles = (path: string): boolean =>
	FILES.some((place) => path === place || path.startsWith(`${place}/`));

const first = (header: string | readonly string[] | undefined): string =>
	(typeof header === 'string' ? header : (header?.[0] ?? '')).split(',')[0]?.trim().toLowerCase() ?? '';

/** Browsers keep secure cookies for this machine itself, where nobody can read along. */
function isThisMachine(host: string): boolean {
	return /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/u.test(host);
}

/** Over plain http from elsewhere cookies would not hold, and others could read along. A proxy must say that it had TLS. */
function isPlainHttp({ headers, encrypted }: Knock): boolean {
	if (encrypted || first(headers['x-forwarded-proto']) === 'https') return false;
	if (/(?:^|;)\s*proto="?https/u.test(first(headers['forwarded']))) return false;
	const forwarded = first(headers['x-forwarded-host']);
	return !isThisMachine(first(headers['host'])) || (forwarded !== '' && !isThisMachine(forwarded));
}

/** Who does not come in, and what they read; null for everybody else. Whoever watches the server may ask `/health` anyhow. */
export function turnedAway(knock: Knock): TurnedAway | null {
	const { path, headers } = knock;
	if (path !== '/health' && isPlainHttp(knock)) {
		return {
			status: 400,
			kind: 'plain http',
			title: 'This address needs https',
			words: [
				'You came here over plain http. That way other people on the network could read along, and nobody could stay signed in, so nothing is shown.',
				'For whoever runs this server: put TLS in front of it. Where it is there already, let it send the header “X-Forwarded-Proto: https”.'
			]
		};
	}
	if (headers['transfer-encoding'] !== undefined) {
		return {
			status: 411,
			kind: 'no length',
			title: 'We could not take this',
			words: [
				'What was sent did not say how long it is, so we did not read it. Nothing was saved. Please try another browser.'
			]
		};
	}
	const files = takesFiles(path);
	if (Number(headers['content-length'] ?? 0) <= (files ? MOST_FILES : MOST_WORDS)) return null;
	const words = files
		? 'These files are larger than 25 MB together, so we did not read them. Nothing was taken in. Go back and send fewer at a time.'
		: 'This was more than we can take in one go, so we did not read it. Everything we thanked you for is safe. Go back and make it shorter.';
	return { status: 413, kind: 'too large', title: 'That was too much at once', words: [words] };
}
