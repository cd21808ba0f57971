/*
 * Staff sessions: Lucia over our own adapter, which stores only the SHA-256 of a token. Hidden behind four functions.
 * Idle limits, step-up and second factors come with "Who you are and what you may touch".
 */
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { Database } from '#lib/database/schema.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { Role, SignedIn } from './actor.ts';

export const SESSION_COOKIE = '__Host-session';
export const SESSION_COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const ABSOLUTE_HOURS = 8;

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<{ createdAt: string }, { name: string }>;
		DatabaseSessionAttributes: { createdAt: string };
		DatabaseUserAttributes: { name: string };
	}
}

function adapter(db: Database): Adapter {
	return {
		async getSessionAndUser(token): Promise<[DatabaseSession | null, DatabaseUser | null]> {
			const row = await db
				.selectFrom('session')
				.innerJoin('staff', 'staff.id', 'session.staff_id')
				.select(['staff_id', 'created_at', 'expires_at', 'staff.name'])
				.where('token_hash', '=', hashOf(token))
				.where('staff.disabled', '=', 0)
				.executeTakeFirst();
			if (!row) return [null, null];
			return [
				// The raw token goes back as the id: the library writes it into the cookie when it refreshes.
				{
					id: token,
					userId: row.staff_id,
					expiresAt: new Date(row.expires_at),
					attributes: { createdAt: row.created_at }
				},
				{ id: row.staff_id, attributes: { name: row.name } }
			];
		},
		async getUserSessions() {
			throw new Error('sessions are stored as hashes: list and delete them by hash');
		},
		async setSession(session) {
			await db
				.insertInto('session')
				.values({
					token_hash: hashOf(session.id),
					staff_id: session.userId,
					created_at: session.attributes.createdAt,
					expires_at: session.expiresAt.toISOString()
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
		async deleteUserSessions(staffId) {
			await db.deleteFrom('session').where('staff_id', '=', staffId).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('session').where('expires_at', '<=', new Date().toISOString()).execute();
		}
	};
}

export interface Sessions {
	/** Opens a session and returns its token for the cookie. */
	open(staffId: string, now: Date): Promise<string>;
	/** Who holds this token, if the session is not over. */
	read(token: string, now: Date): Promise<SignedIn | null>;
	close(token: string): Promise<void>;
}

/** The sessions kept in a database. */
export function sessionsIn(db: Database): Sessions {
	const lucia = new Lucia(adapter(db), {
		sessionExpiresIn: new TimeSpan(ABSOLUTE_HOURS, 'h'),
		getSessionAttributes: ({ createdAt }) => ({ createdAt }),
		getUserAttributes: ({ name }) => ({ name })
	});
	return {
		async open(staffId, now) {
			return (await lucia.createSession(staffId, { createdAt: now.toISOString() })).id;
		},
		async read(token, now) {
			const { session, user } = await lucia.validateSession(token);
			if (!session) return null;
			// The library lets a session slide for ever; ours ends, whatever was done with it.
			if (now.getTime() - Date.parse(session.createdAt) >= ABSOLUTE_HOURS * 3_600_000) {
				await lucia.invalidateSession(token);
				return null;
			}
			const roles = await db.selectFrom('staff_role').select('role').where('staff_id', '=', user.id).execute();
			return { staffId: user.id, name: user.name, roles: roles.map(({ role }) => role as Role) };
		},
		close: (token) => lucia.invalidateSession(token)
	};
}

/** Removes the sessions that are over; for the daily work. */
export async function forgetOldSessions(db: Database, now: Date): Promise<void> {
	await db.deleteFrom('session').where('expires_at', '<=', now.toISOString()).execute();
}
