/*
 * What the process is told by its environment, read and checked in this one file.
 * A file data/earshot.env is read first, so that the command line finds what the server uses; the environment wins.
 */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { weaknessOf } from '#lib/secrets/master/master-key.ts';
import { issuer } from '#lib/auth/single-sign-on/issuer.ts';

const MASTER_KEY_BYTES = 32;

const masterKey = z
	.string({ error: 'is missing' })
	.transform((text) => Buffer.from(text, 'base64'))
	.refine((key) => key.length === MASTER_KEY_BYTES, { error: 'must be 32 random bytes in base64' })
	.refine((key) => key.length !== MASTER_KEY_BYTES || weaknessOf(key) === null, {
		error: 'is obviously not random (openssl rand -base64 32 makes one)'
	});

const environment = z.object({
	DATABASE_URL: z.string({ error: 'is missing' }).regex(/^(file|postgres|postgresql):/, {
		error: 'must start with "file:" or "postgres:"'
	}),
	EARSHOT_KEYRING: z.string({ error: 'is missing' }).min(1, { error: 'is missing' }),
	EARSHOT_MASTER_KEY: masterKey,
	EARSHOT_MASTER_KEY_NEXT: masterKey.optional(),
	EARSHOT_DEMONSTRATION: z.enum(['yes', 'no']).default('no'),
	EARSHOT_BACKUPS: z.string().default('data/backups'),
	EARSHOT_BACKUP_COMMAND: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_LEDGER: z.string().default('data/ledger'),
	EARSHOT_COPY: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_ADVOCACY_KEYRING: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_ADVOCACY_MASTER_KEY: masterKey.optional(),
	EARSHOT_NOTICES: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//, { error: 'must start with smtp:// or smtps://' })
		.optional(),
	EARSHOT_MAIL_FROM: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_NOTIFY_KEY: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_NOTIFY_URL: z.url({ error: 'must be an address' }).optional(),
	EARSHOT_NOTIFY_EMAIL: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_NOTIFY_TEXT: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_NOTIFY_LETTER: z.string().min(1, { error: 'is empty' }).optional(),
	ORIGIN: z.url({ error: 'must be the address people type, like https://earshot.example' }).optional(),
	EARSHOT_OIDC_ISSUER: issuer.optional(),
	EARSHOT_OIDC_CLIENT_ID: z.string().min(1, { error: 'is empty' }).optional(),
	EARSHOT_OIDC_CLIENT_SECRET: z.string().min(1, { error: 'is empty' }).optional(),
	HOST: z.string().default('127.0.0.1'),
	PORT: z.coerce.number().int().min(1).max(65_535).default(3000)
});

/** The council's identity provider (OpenID Connect) and who Earshot is to it. */
export interface SingleSignOn {
	issuer: string;
	clientId: string;
	clientSecret: string;
}

/** How notices leave: GOV.UK Notify before SMTP where both are set; files without either, if they are taken. */
export interface Channels {
	folder: string;
	/** The operator named the folder, so something of theirs sends the files on; or this is the demonstration. Else none is written. */
	filesAreTaken: boolean;
	smtp: { url: string; from: string } | null;
	/** `templates` are the ids of the council's own in GOV.UK Notify; a channel without one does not go that way. */
	notify: { key: string; url: string | null; templates: { email?: string; text?: string; letter?: string } } | null;
}

export interface Configuration {
	databaseUrl: string;
	/** Folder of the keyring, outside the database. */
	keyring: string;
	/** 32 bytes that wrap every key in the keyring; never on the same disk in production. */
	masterKey: Buffer;
	/** While the master key is being changed: everything is written under this one, and read under either. */
	nextMasterKey: Buffer | null;
	demonstration: boolean;
	backups: string;
	/** A command of the operator's that takes each encrypted backup on its standard input; null for none. */
	backupCommand: string | null;
	/** Folder of the ledger: what must outlive the database, outside it. */
	ledger: string;
	/** Folder on another disk that is kept as a copy of keyring and ledger; null for none. */
	copy: string | null;
	/** The advocacy service's own keyring, only where its private key may be. */
	advocacyKeyring: { folder: string; masterKey: Buffer } | null;
	/** How notices go out; where nothing is set they wait. */
	channels: Channels;
	origin: string | undefined;
	/** Null where the council has no single sign-on. */
	singleSignOn: SingleSignOn | null;
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

const SINGLE_SIGN_ON = ['EARSHOT_OIDC_ISSUER', 'EARSHOT_OIDC_CLIENT_ID', 'EARSHOT_OIDC_CLIENT_SECRET'] as const;

/** The three settings of single sign-on, of which there are all or none. */
function singleSignOnOf(data: z.infer<typeof environment>): { singleSignOn: SingleSignOn | null; faults: string[] } {
	const [issuer, clientId, clientSecret] = SINGLE_SIGN_ON.map((name) => data[name]);
	if (issuer && clientId && clientSecret) return { singleSignOn: { issuer, clientId, clientSecret }, faults: [] };
	const missing = SINGLE_SIGN_ON.filter((name) => !data[name]);
	const faults = missing.map((name) => `${name} is missing: single sign-on needs all three of its settings, or none`);
	return { singleSignOn: null, faults: missing.length < SINGLE_SIGN_ON.length ? faults : [] };
}

/** The advocacy service's keyring, where both of its settings are there. */
function advocacyKeyringOf(data: z.infer<typeof environment>): Configuration['advocacyKeyring'] {
	const { EARSHOT_ADVOCACY_KEYRING: folder, EARSHOT_ADVOCACY_MASTER_KEY: key } = data;
	return folder && key ? { folder, masterKey: key } : null;
}

function channelsOf(data: z.infer<typeof environment>): Channels {
	const { EARSHOT_NOTIFY_EMAIL: email, EARSHOT_NOTIFY_TEXT: text, EARSHOT_NOTIFY_LETTER: letter } = data;
	const templates = { ...(email && { email }), ...(text && { text }), ...(letter && { letter }) };
	const { EARSHOT_SMTP_URL: url, EARSHOT_MAIL_FROM: from, EARSHOT_NOTIFY_KEY: key } = data;
	return {
		folder: data.EARSHOT_NOTICES ?? 'data/notices',
		filesAreTaken: data.EARSHOT_NOTICES !== undefined || data.EARSHOT_DEMONSTRATION === 'yes',
		smtp: url && from ? { url, from } : null,
		notify: key ? { key, url: data.EARSHOT_NOTIFY_URL ?? null, templates } : null
	};
}

/** Settings that are there in part only. */
function halfSet(data: z.infer<typeof environment>): string[] {
	const pairs = [
		['EARSHOT_ADVOCACY_KEYRING', 'EARSHOT_ADVOCACY_MASTER_KEY'],
		['EARSHOT_SMTP_URL', 'EARSHOT_MAIL_FROM']
	] as const;
	return pairs.flatMap(([one, other]) => {
		if (Boolean(data[one]) === Boolean(data[other])) return [];
		const [missing, there] = data[one] ? [other, one] : [one, other];
		return [`${missing} is missing: it belongs to ${there}`];
	});
}

/** Keys that must be different ones. */
function sameTwice(data: z.infer<typeof environment>): string[] {
	const { EARSHOT_MASTER_KEY: present, EARSHOT_MASTER_KEY_NEXT: next, EARSHOT_ADVOCACY_MASTER_KEY: service } = data;
	return [
		...(next?.equals(present) ? ['EARSHOT_MASTER_KEY_NEXT is the present master key: it must be another one'] : []),
		...(service?.equals(present)
			? ['EARSHOT_ADVOCACY_MASTER_KEY is the council’s master key: the advocacy service has one of its own']
			: [])
	];
}

/** The advocacy service's own keyring, for the one command that needs nothing else. */
export function readAdvocacySettings(
	source: NodeJS.ProcessEnv = process.env
): { kind: 'ready'; folder: string; masterKey: Buffer } | { kind: 'incomplete'; faults: string[] } {
	const needed = z.object({
		EARSHOT_ADVOCACY_KEYRING: z.string({ error: 'is missing' }).min(1, { error: 'is missing' }),
		EARSHOT_ADVOCACY_MASTER_KEY: masterKey
	});
	const read = needed.safeParse(source);
	if (!read.success)
		return {
			kind: 'incomplete',
			faults: read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`)
		};
	const { EARSHOT_ADVOCACY_KEYRING: folder, EARSHOT_ADVOCACY_MASTER_KEY: key } = read.data;
	return { kind: 'ready', folder, masterKey: key };
}

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
	const { singleSignOn, faults } = singleSignOnOf(data);
	faults.push(...halfSet(data), ...sameTwice(data));
	if (faults.length > 0) return { kind: 'incomplete', faults };
	return {
		kind: 'ready',
		configuration: {
			databaseUrl: data.DATABASE_URL,
			keyring: data.EARSHOT_KEYRING,
			masterKey: data.EARSHOT_MASTER_KEY,
			nextMasterKey: data.EARSHOT_MASTER_KEY_NEXT ?? null,
			demonstration: data.EARSHOT_DEMONSTRATION === 'yes',
			backups: data.EARSHOT_BACKUPS,
			backupCommand: data.EARSHOT_BACKUP_COMMAND ?? null,
			ledger: data.EARSHOT_LEDGER,
			copy: data.EARSHOT_COPY ?? null,
			advocacyKeyring: advocacyKeyringOf(data),
			channels: channelsOf(data),
			origin: data.ORIGIN,
			singleSignOn,
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
