/*
 * Passkeys (WebAuthn) of staff and young people alike: keeping, listing and removing them. Making one and proving one are
 * in passkeys/; how a page uses them stands in ui/factors/PasskeyForm.svelte.
 */
import { z } from 'zod';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Holder } from './session-adapter.server.ts';

/** A key that was checked but belongs to nobody yet; small enough for a sealed cookie. */
export const newPasskeySchema = z.object({
	id: z.string(),
	publicKey: z.string(),
	counter: z.number(),
	transports: z.array(z.string())
});
export type NewPasskey = z.infer<typeof newPasskeySchema>;

export interface Passkey {
	id: string;
	name: string;
	/** Days, YYYY-MM-DD. */
	addedOn: string;
	lastUsedOn: string | null;
}

const rowsOf = (db: Database, { kind, id }: Holder) =>
	db.selectFrom('passkey').selectAll().where('holder_kind', '=', kind).where('holder_id', '=', id);

/** Somebody’s keys as the browser is told of them. */
export async function describedKeys(db: Database, holder: Holder) {
	const rows = await rowsOf(db, holder).execute();
	return rows.map(({ id, transports }) => ({ id, transports: JSON.parse(transports) as string[] }));
}

/** Keeps a checked key for its holder; false when the key is somebody's already. `name` is what they call it. */
export async function storePasskey(
	writing: Writing,
	holder: Holder,
	passkey: NewPasskey,
	name: string,
	today: string
): Promise<boolean> {
	const stored = await writing
		.insertInto('passkey')
		.values({
			id: passkey.id,
			holder_kind: holder.kind,
			holder_id: holder.id,
			public_key: passkey.publicKey,
			counter: passkey.counter,
			transports: JSON.stringify(passkey.transports),
			name,
			added_on: today,
			last_used_on: null
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
		.executeTakeFirst();
	return (stored.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Somebody's keys, the newest last. */
export async function passkeysOf(db: Database, holder: Holder): Promise<Passkey[]> {
	const rows = await rowsOf(db, holder).orderBy('added_on').orderBy('id').execute();
	return rows.map(({ id, name, added_on, last_used_on }) => ({
		id,
		name,
		addedOn: added_on,
		lastUsedOn: last_used_on
	}));
}

/** Removes all of somebody's keys. */
export async function removePasskeys(writing: Writing, { kind, id }: Holder): Promise<void> {
	await writing.deleteFrom('passkey').where('holder_kind', '=', kind).where('holder_id', '=', id).execute();
}

/** Removes one of somebody's keys; false when it is not theirs. That another way in is left is the caller's to see to. */
export async function removePasskey(writing: Writing, holder: Holder, id: string): Promise<boolean> {
	const gone = await writing
		.deleteFrom('passkey')
		.where('holder_kind', '=', holder.kind)
		.where('holder_id', '=', holder.id)
		.where('id', '=', id)
		.executeTakeFirst();
	return gone.numDeletedRows > 0n;
}
