import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { readCode } from '#lib/secrets/code.ts';
import { isSecret } from '#lib/secrets/hashing.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { again, NOW, OPERATOR, passingFolder, passingKeyring, TODAY } from '../../../tests/open-wave.ts';
import { inviteYoungPeople } from '../../../tests/waves/opened.ts';
import { writeCards } from './cards.server.ts';
import { issueCodes, issuedIn, noteReplacement, replacementsIn, type IssuedCode, sparesIn } from './codes.server.ts';
import { openWave } from './opening.server.ts';
import { createWave, type Wave } from './waves.server.ts';

const PEOPLE = 25;
const OFFICER = { staffId: 's', name: 'Sam', tenant: 'council', roles: ['participation officer'] } as const;

onEveryEngine('issuing codes', (open) => {
	let db: Database;
	let wave: Wave;
	let opened: Awaited<ReturnType<typeof open>> | undefined;
	beforeEach(async () => {
		opened ??= await open();
		db = opened.db;
		for (const table of ['invitation', 'wave_version', 'survey_code', 'wave', 'young_person'] as const)
			await db.deleteFrom(table).execute();
		await inviteYoungPeople(db, PEOPLE, TODAY);
		const created = await createWave(db, OPERATOR, { name: 'Spring', opens: TODAY, closes: '2027-04-12' }, TODAY);
		if (created.kind !== 'created') throw new Error(created.kind);
		const drafted = await again(db, created.id);
		await openWave(db, passingKeyring(), OPERATOR, drafted, { today: TODAY, holders: null, now: NOW });
		wave = await again(db, created.id);
	});

	const stored = () => db.selectFrom('survey_code').selectAll().execute();
	const invitations = () => db.selectFrom('invitation').selectAll().execute();
	async function issue(spares: number): Promise<IssuedCode[]> {
		const codes: IssuedCode[] = [];
		await issueCodes(db, OPERATOR, wave, { spares }, async (made) => void codes.push(...made));
		return codes;
	}

	it('gives one to everybody invited and spare ones to nobody, and stores only slow hashes', async () => {
		const told: [number, number][] = [];
		const codes: IssuedCode[] = [];
		const write = async (made: IssuedCode[]) => void codes.push(...made);
		const issued = await issueCodes(db, OPERATOR, wave, { spares: 2 }, write, (...step) => told.push(step));
		expect(issued).toEqual({ kind: 'issued', cards: PEOPLE, spares: 2 });
		expect(told.at(-1)).toEqual([27, 27]);
		const people = codes.flatMap(({ youngPersonId }) => (youngPersonId ? [youngPersonId] : []));
		const invited = await invitations();
		expect([...people].sort()).toEqual(invited.map((row) => row.young_person_id).sort());
		expect(invited.every(({ issued }) => issued === 1)).toBe(true);
		const rows = await stored();
		expect(rows).toHaveLength(27);
		const all = JSON.stringify([rows, invited]);
		for (const { code } of codes) {
			const read = readCode(code);
			const row = rows.find(({ selector }) => selector === read?.selector);
			expect(row).toMatchObject({ version: '11-17', spent_by: null });
			expect(all).not.toContain(read?.verifier);
		}
		const one = readCode(codes[0]?.code ?? '');
		const row = rows.find(({ selector }) => selector === one?.selector);
		expect(await isSecret('codes', row?.verifier_hash ?? null, one?.verifier ?? '')).toBe(true);
		for (const person of people) expect(JSON.stringify(rows)).not.toContain(person);
		expect(await issuedIn(db, wave.id)).toEqual(new Map([['11-17', PEOPLE]]));

		const second = await issueCodes(db, OPERATOR, wave, { spares: 0 }, async () => expect.unreachable());
		expect(second).toEqual({ kind: 'nothing to issue' });
		expect(await stored()).toHaveLength(27);

		const [person = '', other = ''] = people;
		expect(await noteReplacement(db, OFFICER, wave, person, ' ')).toBe('same person');
		expect(await noteReplacement(db, OFFICER, wave, person, 'Sam')).toBe('same person');
		expect(await noteReplacement(db, OFFICER, wave, 'nobody', 'Ann')).toBe('not invited');
		expect(await noteReplacement(db, OFFICER, wave, person, 'Ann')).toBe('noted');
		expect(await noteReplacement(db, OFFICER, wave, person, 'Ann')).toBe('had two already');
		expect(await replacementsIn(db, wave.id)).toBe(1);
		expect(await stored()).toHaveLength(27);
		const stranger = { staffId: 't', name: 'Tim', tenant: 'council', roles: ['social worker'] } as const;
		expect(await noteReplacement(db, stranger, wave, other, 'Ann')).toBe('not allowed');
		expect(await noteReplacement(db, OFFICER, { ...wave, status: 'closed' }, other, 'Ann')).toBe('not open');
	});

	it('stores nothing when the output could not be written, and can be run again', async () => {
		const failing = issueCodes(db, OPERATOR, wave, { spares: 0 }, async () => {
			throw new Error('the disk is full');
		});
		await expect(failing).rejects.toThrow('the disk is full');
		expect(await stored()).toEqual([]);
		expect((await invitations()).every(({ issued }) => issued === 0)).toBe(true);
		const [one] = await invitations();
		expect(await noteReplacement(db, OPERATOR, wave, one?.young_person_id ?? '', 'Ann')).toBe('had none');
		expect(await issue(0)).toHaveLength(PEOPLE);
	});

	it('gives each young person one code when two runs meet', async () => {
		const meanwhile: IssuedCode[] = [];
		const slower = issueCodes(db, OPERATOR, wave, { spares: 0 }, async () => void meanwhile.push(...(await issue(0))));
		await expect(slower).rejects.toThrow('somebody else');
		expect(meanwhile).toHaveLength(PEOPLE);
		expect((await stored()).map(({ selector }) => selector).sort()).toEqual(
			meanwhile.map(({ code }) => code.slice(0, 4)).sort()
		);
	});

	it('makes more spare cards only when a second person knows of it', async () => {
		await issue(0);
		const never = async () => expect.unreachable();
		const more = (second: string | null) => issueCodes(db, OPERATOR, wave, { spares: 2, second }, never);
		expect(await more(null)).toEqual({ kind: 'second person' });
		expect(await more(OPERATOR.name)).toEqual({ kind: 'second person' });
		const codes: IssuedCode[] = [];
		const write = async (made: IssuedCode[]) => void codes.push(...made);
		const issued = await issueCodes(db, OPERATOR, wave, { spares: 2, second: 'Ann' }, write);
		expect(issued).toEqual({ kind: 'issued', cards: 0, spares: 2 });
		expect(await sparesIn(db, wave.id)).toBe(2);
	});

	it('is only for those who run waves, and only while the wave is open', async () => {
		const never = async () => expect.unreachable();
		const committee = { staffId: 's', name: 'Sam', tenant: 'council', roles: ['committee member'] } as const;
		expect(await issueCodes(db, committee, wave, { spares: 1 }, never)).toEqual({ kind: 'not allowed' });
		for (const status of ['drafted', 'closing', 'counted', 'closed'] as const)
			expect(await issueCodes(db, OPERATOR, { ...wave, status }, { spares: 1 }, never)).toEqual({ kind: 'not open' });
	});

	it('writes cards and list for their owner only, both or neither, and never over others', async () => {
		const keyring = passingKeyring();
		const folder = join(passingFolder(), 'cards');
		const [person] = await invitations();
		const codes: IssuedCode[] = [
			{ youngPersonId: person?.young_person_id ?? '', version: '11-17', code: '7KQ0-1MZX-9TB4-0VWA' },
			{ youngPersonId: null, version: '11-17', code: '0000-1111-2222-3333' }
		];
		const output = { folder, council: 'Exampleton', origin: 'https://earshot.example' };
		const write = () => writeCards(db, keyring, OPERATOR, wave, codes, output);
		const files = await write();
		expect(readdirSync(folder).sort()).toEqual(['spring-code-cards.pdf', 'spring-mail-house.csv']);
		for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readFileSync(join(folder, 'spring-code-cards.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
		expect(readFileSync(join(folder, 'spring-mail-house.csv'), 'utf8')).toContain('7KQ0-1MZX-9TB4-0VWA');

		await expect(write()).rejects.toThrow('EEXIST');
		const other = passingFolder();
		writeFileSync(join(other, 'spring-mail-house.csv'), 'an older run');
		const half = writeCards(db, keyring, OPERATOR, wave, codes, { ...output, folder: other });
		await expect(half).rejects.toThrow('EEXIST');
		expect(existsSync(join(other, 'spring-code-cards.pdf'))).toBe(false);
		expect(readFileSync(join(other, 'spring-mail-house.csv'), 'utf8')).toBe('an older run');
	});

	it('lists the cards by age, youngest first, and the spare ones at the end by age, too', async () => {
		const [one, other] = await invitations();
		const code = (place: number) => `0000-1111-2222-333${place}`;
		const codes: IssuedCode[] = [
			{ youngPersonId: null, version: '16-25', code: code(4) },
			{ youngPersonId: one?.young_person_id ?? '', version: '11-17', code: code(2) },
			{ youngPersonId: null, version: '4-7', code: code(3) },
			{ youngPersonId: other?.young_person_id ?? '', version: '8-10', code: code(1) }
		];
		const folder = join(passingFolder(), 'cards');
		const output = { folder, council: 'Exampleton', origin: 'https://earshot.example' };
		await writeCards(db, passingKeyring(), OPERATOR, wave, codes, output);
		const list = readFileSync(join(folder, 'spring-mail-house.csv'), 'utf8');
		expect(list.match(/0000-1111-2222-333\d/g)).toEqual([1, 2, 3, 4].map(code));
	});
});
