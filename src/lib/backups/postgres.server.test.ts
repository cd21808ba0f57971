import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { councilWithBackups, MADE_AT, RESTORED_AT, type BackedUpCouncil } from '../../../tests/backups/council.ts';
import { heldPerson } from '../../../tests/data/held-person.ts';
import { OPERATOR } from '../../../tests/open-wave.ts';
import { postgresAnswers } from '../../../tests/server/postgres.ts';
import { backupIdentity } from './identity.server.ts';
import { restore } from './restoring.server.ts';

const answers = await postgresAnswers();
if (!answers) console.error('not run: a restore of PostgreSQL that was killed (no server answers)');

const keys = async ({ now }: BackedUpCouncil) => {
	const rows = await now().selectFrom('setting').select('key').where('key', 'like', 'a %').orderBy('key').execute();
	return rows.map(({ key }) => key);
};
const put = ({ now }: BackedUpCouncil, key: string) =>
	now().insertInto('setting').values({ key, value: 'x' }).execute();

describe.runIf(answers)('a restore of PostgreSQL', () => {
	const ASIDE = 'before_restore_20270301080000000';

	it('goes on where one was killed that had moved the database aside and put nothing in its place', async () => {
		const council = await councilWithBackups('PostgreSQL');
		const file = await council.backedUp();
		await put(council, 'a later note');
		await sql`alter schema public rename to ${sql.id(ASIDE)}`.execute(council.db);
		expect(await council.restored(file)).toMatchObject({ kind: 'restored', kept: ASIDE });
		expect(await keys(council)).toEqual(['a note']);
		const { rows } = await sql`select key from ${sql.table(`${ASIDE}.setting`)} where key = 'a later note'`.execute(
			council.now()
		);
		expect(rows).toHaveLength(1);
	});

	it('puts back what the killed one had moved aside when it cannot go on itself', async () => {
		const council = await councilWithBackups('PostgreSQL');
		const person = await heldPerson(council.db, council.keyring, MADE_AT);
		const file = await council.backedUp();
		await put(council, 'a later note');
		council.keyring.destroy(ownersKey(person.id));
		await sql`alter schema public rename to ${sql.id(ASIDE)}`.execute(council.db);
		expect(await council.restored(file)).toEqual({ kind: 'refused', refusal: 'keys missing', many: 1 });
		expect(await keys(council)).toEqual(['a later note', 'a note']);
	});

	it('goes on where one was killed that had put it in place and not caught up', async () => {
		const council = await councilWithBackups('PostgreSQL');
		const file = await council.backedUp();
		expect(await council.restored(file)).toMatchObject({ kind: 'restored' });
		const later = new Date(RESTORED_AT.getTime() + 60_000);
		await council.now().destroy();
		const identities = [await backupIdentity(council.keyring)];
		const at = { keyring: council.keyring, ledger: council.ledger, databaseUrl: council.url, file, identities };
		expect(await restore(at, OPERATOR, later)).toMatchObject({ kind: 'restored' });
	});
});
