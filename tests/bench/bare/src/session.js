// The same page as the project's libraries would write it barely: a Lucia session and its one join, through Kysely.
import SQLite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Lucia } from 'lucia';

const file = new SQLite(process.env.BARE_DATABASE ?? ':memory:');
const db = new Kysely({ dialect: new SqliteDialect({ database: file }) });
const FAR = new Date('2999-01-01');
const nothing = async () => undefined;

export const lucia = new Lucia(
	{
		async getSessionAndUser(id) {
			const row = await db
				.selectFrom('session')
				.innerJoin('person', 'person.id', 'session.person_id')
				.select(['session.id', 'person_id', 'person.name'])
				.where('session.id', '=', id)
				.executeTakeFirst();
			if (!row) return [null, null];
			const user = { id: row.person_id, attributes: { name: row.name } };
			return [{ id, userId: row.person_id, expiresAt: FAR, attributes: {} }, user];
		},
		getUserSessions: async () => [],
		setSession: nothing,
		updateSessionExpiration: nothing,
		deleteSession: nothing,
		deleteUserSessions: nothing,
		deleteExpiredSessions: nothing
	},
	{ getUserAttributes: ({ name }) => ({ name }) }
);
