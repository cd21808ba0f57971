import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openLedger, type LedgerRead } from '#lib/audit/ledger.server.ts';
import { sessionsIn } from '#lib/auth/sessions.server.ts';
import { openConcernText } from '#lib/concerns/sealing.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { concernOf, heldPerson, type HeldPerson } from '../../../tests/data/held-person.ts';
import { OPERATOR, passingFolder, passingKeyring } from '../../../tests/open-wave.ts';
import { eraseWhatMayGo, eraseYoungPerson, replayErasures } from './erasures.server.ts';
import { EXEMPT, heldAbout, KEEPERS } from './holders.server.ts';

const NOW = new Date('2026-11-20T10:00:00Z');

/** Every table that names a young person, from the shapes of the tables themselves. */
function tablesOfPeople(): string[] {
	const folder = 'src/lib/database/tables';
	const text = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
		.join('\n');
	const named = new Map(
		[...text.matchAll(/^\t(\w+): (\w+Table);$/gm)].map(([, table, shape]) => [shape ?? '', table ?? ''])
	);
	return [...text.matchAll(/export interface (\w+Table) \{([^]*?)\n\}/g)].flatMap(([, shape = '', body = '']) =>
		/young_person_id|about_person|recipient_id|holder_id/.test(body) ? [named.get(shape) ?? shape] : []
	);
}

/** How many rows there are that lead to somebody. */
async function rowsOf(db: Database, { id, accountId, concern }: HeldPerson): Promise<Record<string, number>> {
	const by = {
		young_person: ['id', id],
		session: ['holder_id', accountId],
		passkey: ['holder_id', accountId],
		notice: ['recipient_id', id],
		concern_message: ['concern_id', concern],
		concern_escalation: ['concern_id', concern]
	} as Record<string, [string, string]>;
	const counts: Record<string, number> = {};
	for (const table of KEEPERS.flatMap((keeper) => keeper.tables)) {
		const [column, value] = by[table] ?? ['young_person_id', id];
		const rows = await db
			.selectFrom(table as 'concern')
			.selectAll()
			.where(column as 'id', '=', value)
			.execute();
		counts[table] = rows.length;
	}
	return counts;
}

const ledgerOf = (keyring: Keyring) => openLedger(passingFolder(), keyring);

describe('the list of who holds something', () => {
	it('has every table that knows a young person, for copying and erasing, or says why not', () => {
		const known = [...KEEPERS.flatMap((keeper) => keeper.tables), ...Object.keys(EXEMPT)];
		expect(tablesOfPeople().filter((table) => !known.includes(table))).toEqual([]);
		expect(tablesOfPeople().length).toBeGreaterThan(10);
	});
});

onEveryEngine('erasing a young person', (open) => {
	async function held(standing = 'left') {
		const { db } = await open();
		const keyring = passingKeyring();
		const who = await heldPerson(db, keyring, NOW, { standing });
		await sessionsIn(db).open(
			{ kind: 'young person', id: who.accountId },
			{ means: 'pictures', device: 'a test' },
			NOW
		);
		await db
			.insertInto('passkey')
			.values({
				id: `key ${who.id}`,
				holder_kind: 'young person',
				holder_id: who.accountId,
				public_key: '',
				counter: 0,
				transports: '[]',
				name: 'Phone',
				added_on: '2026-11-01',
				last_used_on: null
			})
			.execute();
		return { db, keyring, who, ledger: ledgerOf(keyring) };
	}

	it('finds everything that is held, of every module, and leaves nothing of it; another’s things stay', async () => {
		const { db, keyring, who, ledger } = await held();
		const other = await heldPerson(db, keyring, NOW);
		const before = await rowsOf(db, who);
		expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
		const subject = await subjectOf(db, who.id);
		const copy = JSON.stringify(subject && (await heldAbout(db, keyring, subject)));
		const words = [
			'Robin',
			'Aunt Petronella',
			'Team',
			'Barnaby',
			'after tea',
			'reason',
			'address',
			'request',
			'answer',
			'closing',
			'Wave'
		];
		for (const word of words) expect(copy).toContain(`${word}-canary`);
		for (const word of [who.userName, 'QQ1 1CN', 'QQ2 2CN', 'Ina Worker-canary', 'Came and spoke'])
			expect(copy).toContain(word);
		const theirs = await rowsOf(db, other);

		expect(await eraseYoungPerson(db, keyring, ledger, OPERATOR, who.id, NOW)).toMatchObject({ kind: 'erased' });
		expect(Object.entries(await rowsOf(db, who)).filter(([, count]) => count > 0)).toEqual([]);
		expect(await rowsOf(db, other)).toEqual(theirs);
		expect(keyring.has(ownersKey(who.id))).toBe(false);
		expect(keyring.has(ownersKey(other.id))).toBe(true);
		expect(await eraseYoungPerson(db, keyring, ledger, OPERATOR, who.id, NOW)).toEqual({ kind: 'nobody' });
		const event = await db
			.selectFrom('audit_event')
			.selectAll()
			.where('what', '=', 'young person erased')
			.executeTakeFirstOrThrow();
		expect(event.subject_id).toBe(who.id);
		expect(JSON.stringify(event)).not.toContain('canary');
	});

	it('keeps what is on the child’s record and who is in care, says why and until when, and erases the rest', async () => {
		const { db, keyring, who, ledger } = await held('in care');
		const onFile = await concernOf(db, keyring, who.id, { closedAt: NOW.toISOString(), onFile: 1 });
		const open = await concernOf(db, keyring, who.id, { closedAt: null });
		const { born } = await db
			.selectFrom('young_person')
			.select('born')
			.where('id', '=', who.id)
			.executeTakeFirstOrThrow();
		const erased = await eraseYoungPerson(db, keyring, ledger, OPERATOR, who.id, NOW);
		expect(erased).toMatchObject({
			kind: 'erased in part',
			stays: [
				{ key: 'messages', reason: 'on file', count: 1, until: `${Number(born.slice(0, 4)) + 75}${born.slice(4)}` },
				{ key: 'messages', reason: 'open', count: 1, until: null },
				{ key: 'roster', reason: 'looked after', until: null }
			]
		});
		const left = await db.selectFrom('concern').select('id').where('young_person_id', '=', who.id).execute();
		expect(left.map(({ id }) => id).sort()).toEqual([onFile, open].sort());
		const { young_account, session, passkey, notice, notice_choice, data_request, young_person } = await rowsOf(
			db,
			who
		);
		expect([young_account, session, passkey, notice, notice_choice, data_request]).toEqual([0, 0, 0, 0, 0, 0]);
		expect(young_person).toBe(1);
		expect(keyring.has(ownersKey(who.id))).toBe(true);
	});

	it('finishes what was interrupted after the line in the ledger, once, and records it', async () => {
		const { db, keyring, who, ledger } = await held();
		await ledger.append({ kind: 'erased', youngPersonId: who.id }, NOW);
		expect(await replayErasures(db, keyring, ledger, NOW)).toBe(1);
		expect(Object.values(await rowsOf(db, who)).every((count) => count === 0)).toBe(true);
		expect(keyring.has(ownersKey(who.id))).toBe(false);
		expect(await replayErasures(db, keyring, ledger, NOW)).toBe(0);
		const events = await db.selectFrom('audit_event').select('what').where('what', '=', 'erasures replayed').execute();
		expect(events).toHaveLength(1);
	});

	it('does not believe a ledger that was changed', async () => {
		const { db, keyring } = await held();
		const wrong = {
			...ledgerOf(keyring),
			read: (): LedgerRead => ({ kind: 'changed', line: 3, lines: [] })
		};
		await expect(replayErasures(db, keyring, wrong, NOW)).rejects.toThrow('line 3');
	});
});

describe('an older copy of the database', () => {
	it('has nothing of who was erased that can be read, and what was erased goes from it again', async () => {
		const folder = passingFolder();
		const path = join(folder, 'now.db');
		const db = openDatabase(`file:${path}`);
		await migrate(db);
		const keyring = passingKeyring();
		const ledger = ledgerOf(keyring);
		const whole = await heldPerson(db, keyring, NOW);
		const part = await heldPerson(db, keyring, NOW);
		await sql`vacuum into ${join(folder, `older-${randomBytes(4).toString('hex')}.db`)}`.execute(db);
		await eraseYoungPerson(db, keyring, ledger, OPERATOR, whole.id, NOW);
		for (const of of ['concern', 'young_account']) await eraseWhatMayGo(db, ledger, part.id, NOW, { of });
		await db.destroy();

		const older = readdirSync(folder).find((file) => file.startsWith('older')) ?? '';
		copyFileSync(join(folder, older), join(folder, 'restored.db'));
		const restored = openDatabase(`file:${join(folder, 'restored.db')}`);
		const row = await restored
			.selectFrom('concern')
			.selectAll()
			.where('id', '=', whole.concern)
			.executeTakeFirstOrThrow();
		expect(() => openConcernText(keyring, 'given_sealed', row.id, whole.id, row.given_sealed)).toThrow('erased');
		expect(await replayErasures(restored, keyring, ledger, NOW)).toBe(3);
		expect(Object.values(await rowsOf(restored, whole)).every((count) => count === 0)).toBe(true);
		const left = await rowsOf(restored, part);
		expect([left['concern'], left['concern_message'], left['young_account'], left['joining_card']]).toEqual([
			0, 0, 0, 0
		]);
		expect(left['young_person']).toBe(1);
		await restored.destroy();
	});
});
