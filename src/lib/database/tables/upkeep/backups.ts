/*
 * When backups were made and what became of them. Only the module backups/ names this table.
 */

export interface BackupRunTable {
	id: string;
	at: string;
	/** 'good' (written, read back and verified) or 'failed'. */
	state: string;
	/** The file's name, or 'command'. */
	went_to: string;
	/** Size and SHA-256 (base64url) of the encrypted file; null where it failed. */
	bytes: number | null;
	hash: string | null;
}

export interface BackupsTables {
	backup_run: BackupRunTable;
}
