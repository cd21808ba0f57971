import { beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { happen, VIV } from '../../../../tests/audited.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { NOW, passingFolder } from '../../../../tests/open-wave.ts';
import { RECORDED, ROSTER_WORK, type AuditEvent } from '../event.ts';
import { record, type Recording } from '../record.server.ts';
import { exportRecord } from './exports.server.ts';
import { readRecordFilter } from './filter.ts';
import { listRecord, marksOf } from './lists.server.ts';

const KEY = Buffer.alloc(32, 7);
const EVENTS = 120;

onEveryEngine('the record as a list', (open) => {
	let db: Database;
	let ada: SignedIn;
	let ben: SignedIn;
	const keyringNow = (): Keyring => openKeyring(passingFolder(), KEY);
	const note = (actor: Recording, event: AuditEvent, at = NOW) =>
		inTransaction(db, (writing) => record(writing, actor, event, at));
	const list = async (query: string, actor = ada) =>
		listRecord(db, keyringNow(), actor, readRecordFilter(new URLSearchParams(query)));
	const placesIn = async (query: string) => (await list(query))?.events.map(({ place }) => place) ?? [];

	beforeAll(async () => {
		({ db } = await open());
		ada = await staffMember(db, ['administrator'], 'Ada Admin');
		ben = await staffMember(db, ['IRO'], 'Ben Iro');
		await happen(db, EVENTS, NOW, ben);
		await happen(db, 3, NOW, VIV);
	});

	it('goes from the newest to the oldest and back, fifty at a time, every event once', async () => {
		const first = await list('');
		const second = await list(`before=${first?.older}`);
		const third = await list(`before=${second?.older}`);
		const all = [first, second, third].flatMap((page) => page?.events.map(({ place }) => place) ?? []);
		expect(all).toEqual(Array.from({ length: EVENTS }, (_, n) => EVENTS - n));
		expect([first?.newer, third?.older]).toEqual([null, null]);
		expect(await placesIn(`after=${third?.newer}`)).toEqual(second?.events.map(({ place }) => place));
	});

	it('is filtered by who, what, about what and day, all at once', async () => {
		const setting = { kind: 'setting', id: 'council name' } as const;
		const at = new Date('2027-07-01T23:30:00Z');
		await note(ada, { what: 'setting changed', subject: setting, detail: { before: 'Old', after: 'New' } }, at);
		await note({ nobody: true }, { what: 'sign-in locked', detail: { who: 'young person' } });
		expect(await placesIn(`who=${ada.staffId}`)).toEqual([EVENTS + 1]);
		expect(await placesIn('what=settings')).toEqual([EVENTS + 1]);
		expect(await placesIn('about=setting&from=2027-07-02&to=2027-07-02')).toEqual([EVENTS + 1]);
		expect(await placesIn('about=setting&to=2027-07-01')).toEqual([]);
		expect(await placesIn('who=nobody')).toEqual([EVENTS + 2]);
		expect(await placesIn(`who=${ben.staffId}&what=settings`)).toEqual([]);
		expect(await placesIn('who=young-people')).toEqual([]);
	});

	it('names staff and settings, of a young person nothing, and nobody’s words', async () => {
		await note(ada, { what: 'role given', subject: { kind: 'staff', id: ben.staffId }, detail: { role: 'IRO' } });
		await note({ accountId: 'a', youngPersonId: 'young 1' }, { what: 'signed in' });
		const page = await list('');
		const [signedIn, given, , changed] = page?.events ?? [];
		expect(given).toMatchObject({ who: 'Ada Admin', what: 'Gave a role', about: 'Ben Iro', besides: 'role: IRO' });
		expect(changed).toMatchObject({ what: 'Changed a setting', about: 'Name of the council', besides: '' });
		expect(signedIn?.who).toBe('A young person');
		expect(JSON.stringify(page)).not.toContain('young 1');
		const keyring = keyringNow();
		expect(marksOf(openKeyring(passingFolder(), Buffer.alloc(32, 8)))('young 1')).not.toBe(marksOf(keyring)('young 1'));
		expect(marksOf(keyring)('young 1')).toBe(marksOf(keyring)('young 1'));
		expect(marksOf(keyring)('young 1')).not.toBe(marksOf(keyring)('young 2'));
	});

	it('marks a young person where staff worked on their details, and in nothing that they did or sent', async () => {
		const keyring = keyringNow();
		const own = { accountId: 'a', youngPersonId: 'young Y' };
		const subject = { kind: 'young person', id: 'young Y' } as const;
		const read = async () =>
			(await listRecord(db, keyring, ada, readRecordFilter(new URLSearchParams())))?.events ?? [];
		for (const what of ROSTER_WORK) await note(ben, { what, subject });
		const marked = new Set((await read()).slice(0, ROSTER_WORK.length).map(({ about }) => about));
		const mark = marksOf(keyring)('young Y');
		expect(marked).toEqual(new Set([`A young person ${mark}`]));

		const others = RECORDED.filter((what) => !(ROSTER_WORK as readonly string[]).includes(what));
		const last = (await read())[0]?.place ?? 0;
		for (const what of others) await note(own, { what, subject });
		for (const kind of ['concern', 'data request', 'notice'] as const)
			for (const actor of [own, ben])
				await note(actor, { what: 'concern sent', subject: { kind, id: 'a thing of Y' }, person: 'young Y' });
		const text = (await exportRecord(db, keyring, ada, readRecordFilter(new URLSearchParams()), NOW)) ?? '';
		const after = text.split('\n').filter((line) => Number(line.split(',')[0]) > last);
		expect(after.length).toBeGreaterThan(others.length);
		for (const secret of [mark, marksOf(keyring)('a thing of Y')]) expect(after.join('\n')).not.toContain(secret);
	});

	it('is for administrators of the council, and shows nothing of the advocacy service', async () => {
		for (const actor of [ben, VIV]) expect(await list('', actor)).toBeNull();
		const filter = readRecordFilter(new URLSearchParams());
		expect(await exportRecord(db, keyringNow(), ben, filter, NOW)).toBeNull();
		const everything = JSON.stringify(await exportRecord(db, keyringNow(), ada, filter, NOW));
		expect(everything).not.toContain('Viv Voice');
		expect((await list(''))?.staff.map(({ name }) => name)).toEqual(['Ada Admin', 'Ben Iro']);
	});

	it('is taken away as a file without formulas, and that is recorded with how much', async () => {
		const eve = await staffMember(db, ['IRO'], '=1+1');
		await note(eve, { what: 'signed in' });
		const filter = readRecordFilter(new URLSearchParams({ who: eve.staffId }));
		const text = await exportRecord(db, keyringNow(), ada, filter, NOW);
		const [heading, line] = text?.split('\n') ?? [];
		expect(heading).toBe('\uFEFFevent,at,who,what,about,besides');
		expect(line).toMatch(/^\d+,2027-03-01T09:00:00.000Z,'=1\+1,Signed in,,$/);
		const [last] = (await list(''))?.events ?? [];
		expect(last).toMatchObject({ what: 'Took away a file', about: 'This record', besides: 'as: CSV; events: 1' });
	});
});
