/*
 * Why a backup cannot be put in place, each with the sentence for the operator. After any of them nothing has changed.
 */

export const REFUSALS = {
	'not a backup': 'This is not a backup of Earshot’s: those are written by “earshot backup” and end in .age.',
	'wrong key':
		'The key does not open this backup. It is in the keyring that the database was used with: check EARSHOT_KEYRING and EARSHOT_MASTER_KEY, or give the identity from your safe with --identity.',
	damaged: 'This backup is damaged or was cut off. Take another copy of it, or an earlier one.',
	'another keyring':
		'This backup belongs to another keyring: what is sealed in it would not open. Check EARSHOT_KEYRING.',
	'too old':
		'This backup is too old: what is sealed in it needs keys that have been destroyed since, or that this copy of the keyring does not have. Take a later backup, or the keyring of its time.',
	'keys missing':
		'The keyring lacks keys of young people about whom something is sealed in it. Put them back from the copy of the keyring (EARSHOT_COPY, or your newest copy by hand), then restore again. --without-keys goes on without them: what is sealed about them is lost for good.',
	'too new': 'This backup was written by a newer version of Earshot. Install that version, then restore.',
	'other engine':
		'This backup is of the other kind of database. A SQLite backup is restored into SQLite and a PostgreSQL backup into PostgreSQL: check DATABASE_URL.',
	'disk full': 'There is not enough room on the disk of the database. Make room, then restore again.',
	'database in use': 'The database is in use: stop the server first.',
	'tools missing': 'PostgreSQL’s own programs psql, pg_dump and pg_restore are needed, and are not installed here.',
	'record changed':
		'The ledger beside the database has been changed by somebody, so it is not known who was erased. Run “earshot audit verify”, and put back the ledger’s own copy.',
	'ledger shortened':
		'Lines are missing from the ledger beside the database, so people who were erased might come back. Put back its newest copy; only if there is none for certain, go on with --ledger-lost, which is recorded.'
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Thrown inside a restore to leave it; outside it is a returned outcome. */
export class CannotRestore extends Error {
	override name = 'CannotRestore';
	readonly refusal: Refusal;
	/** How many it is about, where that was counted. */
	readonly many: number | null;
	constructor(refusal: Refusal, cause?: unknown, many: number | null = null) {
		super(REFUSALS[refusal], { cause });
		this.refusal = refusal;
		this.many = many;
	}
}
