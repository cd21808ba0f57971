/*
 * Looking for words in every byte that a database writes: its file, its log, its backups; in either width of letters and
 * in base64, wherever in a text it starts.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Looking {
	/** Looks through everything as it lies there now. */
	look(moment: string): void;
	/** What was found, and when. */
	seen: string[];
	/** The files that hold a text which may stand there. */
	filesWith(text: string): string[];
}

/** Four letters would turn up by chance in what is sealed. */
const LEAST_ENCODED = 20;

/** Watches the databases of a folder for words that must not be there; with `every` all its files: keys and logs lie there too. */
export function lookingFor(folder: string, canaries: readonly string[], { every = false } = {}): Looking {
	const bytesNow = () =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => (every ? statSync(join(folder, name)).isFile() : /\.(?:db|age)/.test(name)))
			.map((name) => [name, readFileSync(join(folder, name))] as const);
	const seen: string[] = [];
	return {
		seen,
		look(moment) {
			for (const [name, bytes] of bytesNow()) {
				for (const canary of canaries) {
					for (const form of [Buffer.from(canary), Buffer.from(canary, 'utf16le')])
						if (bytes.includes(form)) seen.push(`${canary} in ${name} ${moment}`);
					// The middle of a base64 of it.
					for (const shift of [0, 1, 2]) {
						const encoded = Buffer.from(' '.repeat(shift) + canary).toString('base64');
						if (encoded.length >= LEAST_ENCODED && bytes.includes(encoded.slice(4, -4)))
							seen.push(`${canary} in base64 in ${name} ${moment}`);
					}
				}
			}
		},
		filesWith: (text) =>
			bytesNow()
				.filter(([, bytes]) => bytes.includes(text))
				.map(([name]) => name)
				.sort()
	};
}
