/*
 * Lucia's database adapter over Kysely: tokens are kept as hashes, and a holder is a member of staff or a young person.
 * No limits and no rules live here; they are in sessions.server.ts.
 */
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import type { Database } from '#lib/database/schema.ts';
import { hashOf } from '#lib/secrets/envelope.ts';

/** Who holds a session: `id` is staff.id or young_account.id. */
export interface Holder {
	kind: 'staff' | 'young person';
	id: string;
}

interface SessionAttributes {
	createdAt: string;
	seenAt: string;
	provenAt: string;
	means: string;
	device: string;
}

interface HolderAttributes {
	holder: Holder;
	/** Set when the holder is a young person. */
	youngPersonId: string | null;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, HolderAttributes>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: HolderAttributes;
	}
}

/** `kind:id`, as the library knows a holder. */
function holderOf(userId: string): Holder {
	const cut = userId.indexOf(':');
	return { kind: userId.slice(0, cut) === 'staff' ? 'staff' : 'young person', id: userId.slice(cut + 1) };
}

/** The adapter of one database. */
export function sessionAdapter(db: Database): Adapter {
	return {
		async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
			const row = await db
				.selectFrom('session')
				.leftJoin('young_account', (join) =>
					join.onRef('young_account.id', '=', 'session.holder_id').on('session.holder_kind', '=', 'young person')
				)
				.selectAll('session')
				.select('young_account.young_person_id')
				.where('token_hash', '=', hashOf(token))
				.executeTakeFirst();
			if (!row || (row.holder_kind === 'young person' && row.young_person_id === null)) return [null, null];
			const userId = `${row.holder_kind}:${row.holder_id}`;
			const { created_at: createdAt, seen_at: seenAt, proven_at: provenAt, means, device } = row;
			return [
				// The raw token goes back as the id: the library writes it into the cookie when it refreshes.
				{
					id: token,
					userId,
					expiresAt: new Date(row.expires_at),
					attributes: { createdAt, seenAt, provenAt, means, device }
				},
				{ id: userId, attributes: { holder: holderOf(userId), youngPersonId: row.young_person_id } }
			];
		},
		async getUserSessions() {
			throw new Error('sessions are stored as hashes: list and delete them by hash');
		},
		async setSession({ id, userId, expiresAt, attributes }) {
			const { kind, id: holder_id } = holderOf(userId);
			await db
				.insertInto('session')
				.values({
					token_hash: hashOf(id),
					holder_kind: kind,
					holder_id,
					created_at: attributes.createdAt,
					seen_at: attributes.seenAt,
					proven_at: attributes.provenAt,
					expires_at: expiresAt.toISOString(),
					means: attributes.means,
					device: attributes.device
				})
				.execute();
		},
		async updateSessionExpiration(token, expiresAt) {
			await db
				.updateTable('session')
				.set({ expires_at: expiresAt.toISOString() })
				.where('token_hash', '=', hashOf(token))
				.execute();
		},
		async deleteSession(token) {
			await db.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute();
		},
		async deleteUserSessions(userId) {
			const { kind, id } = holderOf(userId);
			await db.deleteFrom('session').where('holder_kind', '=', kind).where('holder_id', '=', id).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('session').where('expires_at', '<=', new Date().toISOString()).execute();
		}
	};
}
