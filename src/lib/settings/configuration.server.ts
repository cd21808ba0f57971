/*
 * What the process is told by its environment, read and checked in this one file.
 * A file data/earshot.env is read first, so that the command line finds what the server uses; the environment wins.
 */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';

const MASTER_KEY_BYTES = 32;

const masterKey = z
	.string({ error: 'is missing' })
	.transform((text) => Buffer.from(text, 'base64'))
	.refine((key) => key.length === MASTER_KEY_BYTES, { error: 'must be 32 random bytes in base64' });

const environment = z.object({
	DATABASE_URL: z.string({ error: 'is missing' }).regex(/^(file|postgres|postgresql):/, {
		error: 'must start with "file:" or "postgres:"'
	}),
	EARSHOT_KEYRING: z.string({ error: 'is missing' }).min(1, { error: 'is missing' }),
	EARSHOT_MASTER_KEY: masterKey,
	EARSHOT_DEMONSTRATION: z.enum(['yes', 'no']).default('no'),
	EARSHOT_BACKUPS: z.string().default('data/backups'),
	ORIGIN: z.url({ error: 'must be the address people type, like https://earshot.example' }).optional(),
	HOST: z.string().default('127.0.0.1'),
	PORT: z.coerce.number().int().min(1).max(65_535).default(3000)
});

export interface Configuration {
	databaseUrl: string;
	/** Folder of the keyring, outside the database. */
	keyring: string;
	/** 32 bytes that wrap every key in the keyring; never on the same disk in production. */
	masterKey: Buffer;
	demonstration: boolean;
	backups: string;
	origin: string | undefined;
	host: string;
	port: number;
}

export type Configured = { kind: 'ready'; configuration: Configuration } | { kind: 'incomplete'; faults: string[] };

/** What each secret is, for the message that says it is missing. */
const MEANING: Record<string, string> = {
	DATABASE_URL: 'where the database is (file:/path/earshot.db or postgres://…)',
	EARSHOT_KEYRING: 'the folder of the keyring, not on the database’s disk',
	EARSHOT_MASTER_KEY: '32 random bytes in base64, from your secret store (openssl rand -base64 32)'
};

/** Reads the settings of this process; says every fault at once, by name. */
export function readConfiguration(source: NodeJS.ProcessEnv = process.env): Configured {
	const read = environment.safeParse(source);
	if (!read.success) {
		const faults = read.error.issues.map((issue) => {
			const name = String(issue.path[0]);
			return `${name} ${issue.message}${MEANING[name] ? `: ${MEANING[name]}` : ''}`;
		});
		return { kind: 'incomplete', faults };
	}
	const { data } = read;
	return {
		kind: 'ready',
		configuration: {
			databaseUrl: data.DATABASE_URL,
			keyring: data.EARSHOT_KEYRING,
			masterKey: data.EARSHOT_MASTER_KEY,
			demonstration: data.EARSHOT_DEMONSTRATION === 'yes',
			backups: data.EARSHOT_BACKUPS,
			origin: data.ORIGIN,
			host: data.HOST,
			port: data.PORT
		}
	};
}

/** Where the command line and the server both look for settings that are not in the environment. */
export const SETTINGS_FILE = 'data/earshot.env';

/** Loads data/earshot.env where there is one; what the environment says already stays. */
export function loadSettingsFile(path: string = SETTINGS_FILE): void {
	if (existsSync(path)) loadEnvFile(path);
}

/** What production refuses on top of missing settings. */
export function productionFaults(configuration: Configuration): string[] {
	const faults: string[] = [];
	if (configuration.demonstration)
		faults.push('EARSHOT_DEMONSTRATION is "yes": these are demonstration keys and children');
	if (!configuration.origin) faults.push('ORIGIN is missing: the address people type, like https://earshot.example');
	else if (!/^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(configuration.origin)) {
		faults.push('ORIGIN must be https: cookies are only safe behind TLS');
	}
	return faults;
}
