import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { COUNCIL_KEY } from '#lib/secrets/records.server.ts';
import { councilWithBackups, MADE_AT, type BackedUpCouncil } from '../../../tests/backups/council.ts';
import { passingFolder } from '../../../tests/open-wave.ts';
import { postgresAnswers } from '../../../tests/server/postgres.ts';
import { backupIdentity, backupRecipient } from './identity.server.ts';
import { manifestOf } from './manifest.ts';
import type { Restoring } from './restoring.server.ts';
import { decryptBackup, writeSealed } from './sealing.server.ts';

const keys = async ({ now }: BackedUpCouncil) => {
	const rows = await now().selectFrom('setting').select('key').where('key', 'like', 'a %').orderBy('key').execute();
	return rows.map(({ key }) => key);
};
const put = ({ now }: BackedUpCouncil, key: string) =>
	now().insertInto('setting').values({ key, value: 'x' }).execute();

const engines = ['SQLite' as const, ...((await postgresAnswers()) ? ['PostgreSQL' as const] : [])];

describe.each(engines)('a restore (%s)', (engine) => {
	interface Refused {
		refusal: string;
		/** Changes what the restore is given, or the world. */
		given(council: BackedUpCouncil, file: string): Promise<Partial<Restoring>>;
	}
	/** A copy of the backup with something done to it. */
	const spoilt = (file: string, spoil: (path: string) => void): Partial<Restoring> => {
		const copy = `${file}.copy`;
		copyFileSync(file, copy);
		spoil(copy);
		return { file: copy };
	};
	/** The same backup with another manifest, as somebody with the key could write it. */
	const saying = async ({ keyring }: BackedUpCouncil, file: string, more: object): Promise<Partial<Restoring>> => {
		const { manifest, copy } = await decryptBackup(file, [await backupIdentity(keyring)]);
		const { engine: kind, madeAt, ...measured } = manifest;
		const changed = { ...manifestOf(kind, madeAt, measured), ...more };
		await writeSealed(`${file}.copy`, await backupRecipient(keyring), changed, copy);
		return { file: `${file}.copy` };
	};
	const flip = (at: number) => (path: string) => {
		const bytes = readFileSync(path);
		bytes[at < 0 ? bytes.length + at : at] = (bytes.at(at) ?? 0) ^ 1;
		writeFileSync(path, bytes);
	};
	const cases: [string, Refused][] = [
		['another key', { refusal: 'wrong key', given: async () => ({ identities: [await generateX25519Identity()] }) }],
		['no key at all', { refusal: 'wrong key', given: async () => ({ identities: [] }) }],
		['a key with a letter lost', { refusal: 'wrong key', given: async () => ({ identities: ['AGE-SECRET-KEY-1QQ'] }) }],
		['a bit changed in it', { refusal: 'damaged', given: async (_, file) => spoilt(file, flip(70_000)) }],
		['a bit changed at its end', { refusal: 'damaged', given: async (_, file) => spoilt(file, flip(-1)) }],
		[
			'a file that was cut off',
			{ refusal: 'damaged', given: async (_, file) => spoilt(file, (path) => truncateSync(path, 100_000)) }
		],
		[
			'a file cut off between two parts',
			{
				refusal: 'damaged',
				// The header, the stream’s nonce, and one whole part: what follows is simply missing.
				given: async (_, file) =>
					spoilt(file, (path) => truncateSync(path, readFileSync(path).indexOf('\n--- ') + 49 + 16 + 64 * 1024 + 16))
			}
		],
		[
			'a file cut off in its head',
			{ refusal: 'damaged', given: async (_, file) => spoilt(file, (path) => truncateSync(path, 60)) }
		],
		[
			'an empty file',
			{ refusal: 'not a backup', given: async (_, file) => spoilt(file, (path) => truncateSync(path, 0)) }
		],
		[
			'a picture',
			{
				refusal: 'not a backup',
				given: async (_, file) => spoilt(file, (path) => writeFileSync(path, randomBytes(9000)))
			}
		],
		[
			'what age encrypted, but not Earshot',
			{
				refusal: 'not a backup',
				given: async ({ keyring }, file) => {
					const { Encrypter } = await import('age-encryption');
					const encrypter = new Encrypter();
					encrypter.addRecipient(await backupRecipient(keyring));
					const letter = await encrypter.encrypt('Dear Ada,\nhow are you?\n');
					return spoilt(file, (path) => writeFileSync(path, letter));
				}
			}
		],
		[
			'rows that are not what it says',
			{
				refusal: 'damaged',
				given: (council, file) => saying(council, file, { tables: { setting: { rows: 1, hash: 'x' } } })
			}
		],
		[
			'the other engine',
			{
				refusal: 'other engine',
				given: (council, file) => saying(council, file, { engine: engine === 'SQLite' ? 'postgres' : 'sqlite' })
			}
		],
		[
			'a newer Earshot’s migrations',
			{
				refusal: 'too new',
				given: (council, file) => saying(council, file, { migrations: ['0001-survey', '2999-later'] })
			}
		],
		['a newer form', { refusal: 'too new', given: (council, file) => saying(council, file, { formatVersion: 2 }) }],
		[
			'keys that were destroyed since',
			{
				refusal: 'too old',
				given: (council, file) => saying(council, file, { keys: { council: [7], advocacy: [] } })
			}
		],
		[
			'an empty keyring',
			{
				refusal: 'another keyring',
				given: async ({ keyring }) => ({
					keyring: openKeyring(passingFolder(), randomBytes(32)),
					identities: [await backupIdentity(keyring)]
				})
			}
		],
		[
			'another council’s keyring',
			{
				refusal: 'another keyring',
				given: async ({ keyring }) => {
					const other = openKeyring(passingFolder(), randomBytes(32));
					other.getOrDraw(COUNCIL_KEY);
					other.getOrDraw('tenant/identity');
					return { keyring: other, identities: [await backupIdentity(keyring)] };
				}
			}
		],
		[
			'a ledger that somebody changed',
			{
				refusal: 'record changed',
				given: async ({ ledger, settings }) => {
					await ledger.append({ kind: 'erased', youngPersonId: 'one' }, MADE_AT);
					const path = join(settings['EARSHOT_LEDGER'] ?? '', 'ledger.jsonl');
					writeFileSync(path, readFileSync(path, 'utf8').replace('one', 'two'));
					return {};
				}
			}
		]
	];

	it.each(cases)('refuses %s, and nothing changes', async (_title, { refusal, given }) => {
		const council = await councilWithBackups(engine);
		const file = await council.backedUp();
		await put(council, 'a later note');
		const more = await given(council, file);
		const lines = council.ledger.read().lines.length;
		expect(await council.restored(file, more)).toEqual({ kind: 'refused', refusal });
		expect(await keys(council)).toEqual(['a later note', 'a note']);
		expect(council.ledger.read().lines).toHaveLength(lines);
		expect(readdirSync(council.folder).filter((name) => /passing|before/.test(name))).toEqual([]);
		if (engine === 'PostgreSQL') {
			const { rows } = await sql`select 1 from pg_namespace where nspname like 'before%'`.execute(council.now());
			expect(rows).toEqual([]);
		}
	});

	it('is put nowhere while a server has the database open', async () => {
		const council = await councilWithBackups(engine);
		const file = await council.backedUp();
		const server = openDatabase(council.url);
		await server.insertInto('setting').values({ key: 'a later note', value: 'x' }).execute();
		expect(await council.restored(file)).toEqual({ kind: 'refused', refusal: 'database in use' });
		expect(await server.selectFrom('setting').select('key').where('key', '=', 'a later note').execute()).toHaveLength(
			1
		);
		await server.destroy();
	});
});

it('of SQLite refuses where there is no room, before and while it writes', async () => {
	const council = await councilWithBackups('SQLite');
	const file = await council.backedUp();
	await put(council, 'a later note');
	expect(await council.restored(file, { freeBytes: async () => 1000 })).toEqual({
		kind: 'refused',
		refusal: 'disk full'
	});
	expect(await keys(council)).toEqual(['a later note', 'a note']);
});
