/*
 * What lies inside a backup, for tests that look for what must not be there. Making and opening one are the operations'.
 */
import { writeFileSync } from 'node:fs';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { backupIdentity } from '#lib/backups/identity.server.ts';
import { decryptBackup } from '#lib/backups/sealing.server.ts';
import { writeBackup } from '#lib/backups/writing.server.ts';

/** The copy inside a backup file, in clear. */
export async function decryptedCopy(path: string, keyring: Keyring): Promise<Buffer> {
	const { copy } = await decryptBackup(path, [await backupIdentity(keyring)]);
	return Buffer.concat(await Array.fromAsync(copy));
}

/** Makes a backup and gives what is inside; with `beside`, also written in clear beside it, for whoever looks through files. */
export async function decryptedBackup(
	url: string,
	keyring: Keyring,
	folder: string,
	{ now = new Date(), beside = '' } = {}
): Promise<Buffer> {
	const { path } = await writeBackup(url, keyring, folder, now);
	const copy = await decryptedCopy(path, keyring);
	if (beside) writeFileSync(beside, copy);
	return copy;
}
