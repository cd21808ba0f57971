/*
 * Sessions of staff and young people: Lucia over our own adapter, which stores only the SHA-256 of a token. Idle and
 * absolute limits, rotation and devices are ours, because the library lets a session slide for ever.
 */
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import type { Database } from '#lib/database/schema.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { Role, SignedIn, Tenant, YoungPersonSignedIn } from './actor.ts';
import { sessionAdapter, type Holder } from './session-adapter.server.ts';

export type { Holder } from './session-adapter.server.ts';

export const SESSION_COOKIE = '__Host-session';
/** No lifetime: the cookie ends with the browser, which on a shared device is the point. */
export const SESSION_COOKIE_OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Minutes without use, and altogether. */
export const LIMITS = {
	staff: { idle: 15, absolute: 8 * 60 },
	'young person': { idle: 10, absolute: 2 * 60 }
} as const;

/** A use is written down at most this often, so that a page does not cost a write. */
const COARSE_MS = 15_000;

/** How somebody came in. */
export type Means =
	'password and code' | 'recovery code' | 'passkey' | 'single sign-on' | 'pictures' | 'secret words' | 'card';

export interface OpenSession {
	/** The hash of the token: names the session and opens nothing. */
	id: string;
	holder: Holder;
	began: Date;
	provenAt: Date;
	means: Means;
	actor: SignedIn | null;
	youngPerson: YoungPersonSignedIn | null;
}

/** One of somebody's devices, as they see it. */
export interface Device {
	id: string;
	device: string;
	means: string;
	began: Date;
	seen: Date;
}

export interface Sessions {
	/** Opens a session with all factors proven, `provenAt` or now, and returns its token for the cookie. */
	open(holder: Holder, how: { means: Means; device: string; provenAt?: Date }, now: Date): Promise<string>;
	/** Whose token this is, if the session is not over; notes that it was used. */
	read(token: string, now: Date): Promise<OpenSession | null>;
	/** Notes a fresh proof and gives the session a new token: the old one is worth nothing. Null when it was over. */
	stepUp(token: string, means: Means, now: Date): Promise<string | null>;
	close(token: string): Promise<void>;
	/** Ends one of somebody's own sessions by its id; false when it is not theirs. */
	closeDevice(holder: Holder, id: string): Promise<boolean>;
	/** Ends all of somebody's sessions, at once, but for the one named. */
	closeAll(holder: Holder, but?: string): Promise<void>;
	/** Somebody's sessions that are not over, the latest used first. */
	devicesOf(holder: Holder, now: Date): Promise<Device[]>;
}

const minutes = (from: string, to: Date) => (to.getTime() - Date.parse(from)) / 60_000;

function isOver(kind: Holder['kind'], createdAt: string, seenAt: string, now: Date): boolean {
	return minutes(createdAt, now) >= LIMITS[kind].absolute || minutes(seenAt, now) >= LIMITS[kind].idle;
}

/** A member of staff as an actor, with the roles of this moment; null when there is none or the account is disabled. */
export async function actorOf(db: Database, staffId: string): Promise<SignedIn | null> {
	const staff = await db
		.selectFrom('staff')
		.leftJoin('staff_role', 'staff_role.staff_id', 'staff.id')
		.select(['staff.name', 'staff.tenant', 'staff_role.role'])
		.where('staff.id', '=', staffId)
		.where('disabled', '=', 0)
		.execute();
	const [first] = staff;
	if (!first) return null;
	const roles = staff.flatMap(({ role }) => (role === null ? [] : [role as Role]));
	return { staffId, name: first.name, tenant: first.tenant as Tenant, roles };
}

/** The sessions kept in a database. */
export function sessionsIn(db: Database): Sessions {
	const lucia = new Lucia(sessionAdapter(db), {
		sessionExpiresIn: new TimeSpan(LIMITS.staff.absolute, 'm'),
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: (attributes) => attributes
	});
	const sessions: Sessions = {
		async open({ kind, id }, { means, device, provenAt }, now) {
			const at = now.toISOString();
			const proven = provenAt && provenAt < now ? provenAt.toISOString() : at;
			const attributes = { createdAt: at, seenAt: at, provenAt: proven, means, device };
			return (await lucia.createSession(`${kind}:${id}`, attributes)).id;
		},
		async read(token, now) {
			const { session, user } = await lucia.validateSession(token);
			if (!session) return null;
			const { holder } = user;
			const actor = holder.kind === 'staff' ? await actorOf(db, holder.id) : null;
			if (isOver(holder.kind, session.createdAt, session.seenAt, now) || (holder.kind === 'staff' && !actor)) {
				await lucia.invalidateSession(token);
				return null;
			}
			const id = hashOf(token);
			if (now.getTime() - Date.parse(session.seenAt) >= COARSE_MS) {
				await db.updateTable('session').set({ seen_at: now.toISOString() }).where('token_hash', '=', id).execute();
			}
			const youngPerson = user.youngPersonId ? { accountId: holder.id, youngPersonId: user.youngPersonId } : null;
			return {
				...{ id, holder, actor, youngPerson },
				began: new Date(session.createdAt),
				provenAt: new Date(session.provenAt),
				means: session.means as Means
			};
		},
		async stepUp(token, means, now) {
			if (!(await sessions.read(token, now))) return null;
			const fresh = generateIdFromEntropySize(25);
			const changed = await db
				.updateTable('session')
				.set({ token_hash: hashOf(fresh), proven_at: now.toISOString(), seen_at: now.toISOString(), means })
				.where('token_hash', '=', hashOf(token))
				.executeTakeFirst();
			return changed.numUpdatedRows > 0n ? fresh : null;
		},
		close: (token) => lucia.invalidateSession(token),
		async closeDevice(holder, id) {
			const gone = await db
				.deleteFrom('session')
				.where('holder_kind', '=', holder.kind)
				.where('holder_id', '=', holder.id)
				.where('token_hash', '=', id)
				.executeTakeFirst();
			return gone.numDeletedRows > 0n;
		},
		async closeAll(holder, but = '') {
			await db
				.deleteFrom('session')
				.where('holder_kind', '=', holder.kind)
				.where('holder_id', '=', holder.id)
				.where('token_hash', '<>', but)
				.execute();
		},
		async devicesOf(holder, now) {
			const rows = await db
				.selectFrom('session')
				.selectAll()
				.where('holder_kind', '=', holder.kind)
				.where('holder_id', '=', holder.id)
				.orderBy('seen_at', 'desc')
				.execute();
			return rows
				.filter((row) => !isOver(holder.kind, row.created_at, row.seen_at, now))
				.map(({ token_hash, device, means, created_at, seen_at }) => {
					return { id: token_hash, device, means, began: new Date(created_at), seen: new Date(seen_at) };
				});
		}
	};
	return sessions;
}

/** Removes the sessions that are over; for the daily work. */
export async function forgetOldSessions(db: Database, now: Date): Promise<void> {
	const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
	for (const [kind, { idle, absolute }] of Object.entries(LIMITS)) {
		await db
			.deleteFrom('session')
			.where('holder_kind', '=', kind)
			.where((row) => row.or([row('seen_at', '<=', before(idle)), row('created_at', '<=', before(absolute))]))
			.execute();
	}
}
