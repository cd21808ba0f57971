import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { passingKeyring } from '../../../../tests/open-wave.ts';
import { cardFor, joinedYoungPerson, joinWith, PICTURES, WORDS } from '../../../../tests/young-accounts.ts';
import { sessionsIn } from '../sessions.server.ts';
import { accountEventsOf } from './account-events.server.ts';
import { signInWithDevice } from './sign-ins.server.ts';
import { checkRemembered } from './ways/remembered.server.ts';
import type { Remembered } from './ways/way-in.ts';

const BEGAN = Date.parse('2027-03-01T10:00:00Z');
const at = (seconds: number) => new Date(BEGAN + seconds * 1000);
const RIGHT = PICTURES as Remembered;
const WRONG: Remembered = { way: 'pictures', pictures: ['cat', 'sun', 'rocket', 'cat'] };
const NO = { kind: 'no' };

onEveryEngine('young people’s sign-in', (open) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));

	it('takes the right pictures in the right order, and the name however it is written', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, at(0), { userName: 'Quiet Heron 7' });
		const youngPerson = { accountId: who.accountId, youngPersonId: who.youngPersonId };
		for (const name of ['Quiet Heron 7', ' quiet heron7'])
			expect(await checkRemembered(db, keyring, name, RIGHT, 'a test', at(0))).toEqual({ kind: 'right', youngPerson });
		expect(await checkRemembered(db, keyring, 'Quiet Heron 7', WRONG, 'a test', at(0))).toEqual(NO);
	});

	it('takes secret words in any capitals and spaces', async () => {
		const keyring = passingKeyring();
		const { userName } = await joinedYoungPerson(db, keyring, at(0), { chosen: WORDS });
		const words: Remembered = { way: 'secret words', words: 'Blue dogs, eat cake!' };
		expect((await checkRemembered(db, keyring, userName, words, 'a test', at(0))).kind).toBe('right');
	});

	it('answers alike for nobody, for a way that was not chosen, and for what is wrong', async () => {
		const keyring = passingKeyring();
		const { userName } = await joinedYoungPerson(db, keyring, at(0));
		expect(await checkRemembered(db, keyring, 'Nobody At All', RIGHT, 'a test', at(0))).toEqual(NO);
		expect(await checkRemembered(db, keyring, userName, WORDS as Remembered, 'a test', at(0))).toEqual(NO);
		expect(await checkRemembered(db, keyring, userName, WRONG, 'a test', at(0))).toEqual(NO);
		expect(await checkRemembered(db, keyring, '', WRONG, 'a test', at(0))).toEqual(NO);
	});

	it('rests a minute after five wrong in a row, for the right one too, through two servers, whoever it is', async () => {
		const keyring = passingKeyring();
		const { userName } = await joinedYoungPerson(db, keyring, at(0));
		for (const name of [userName, 'Nobody Again']) {
			for (let n = 0; n < 5; n += 1)
				expect(await checkRemembered(n % 2 ? another() : db, keyring, name, WRONG, 'a test', at(n * 20))).toEqual(NO);
			expect(await checkRemembered(db, keyring, name, RIGHT, 'a test', at(100))).toEqual({ kind: 'wait', seconds: 60 });
			expect(await checkRemembered(another(), keyring, name, RIGHT, 'a test', at(159))).toEqual({
				kind: 'wait',
				seconds: 1
			});
			const after = await checkRemembered(db, keyring, name, RIGHT, 'a test', at(161));
			expect(after.kind).toBe(name === userName ? 'right' : 'no');
		}
	});

	it('locks for an hour after fifteen in an hour, says so once to its young person, and opens again', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, at(0));
		let second = 0;
		const attempt = async (remembered: Remembered) => {
			const checked = await checkRemembered(db, keyring, who.userName, remembered, 'Chrome on Windows', at(second));
			second += 61;
			return checked;
		};
		for (let n = 0, wrong = 0; wrong < 15; n += 1) if ((await attempt(WRONG)).kind === 'no') wrong += 1;
		await attempt(WRONG);
		expect(await attempt(RIGHT)).toEqual({ kind: 'wait', seconds: 3600 });
		expect(await attempt(RIGHT)).toEqual({ kind: 'wait', seconds: 3539 });
		const events = await accountEventsOf(db, who, 100);
		expect(events.filter(({ what }) => what === 'wrong try')).toHaveLength(1);
		expect(events.filter(({ what }) => what === 'locked')).toHaveLength(1);
		expect(events.every(({ what, device }) => what !== 'wrong try' || device === 'Chrome on Windows')).toBe(true);
		second += 3600;
		expect((await attempt(RIGHT)).kind).toBe('right');
		expect((await accountEventsOf(db, who, 1))[0]?.what).toBe('signed in with pictures');
	});

	it('tells of wrong tries once an hour, so that they push nothing else out of sight', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, at(0));
		const told = async () => (await accountEventsOf(db, who, 100)).filter(({ what }) => what === 'wrong try').length;
		for (let n = 0; n < 4; n += 1)
			expect(await checkRemembered(n % 2 ? another() : db, keyring, who.userName, WRONG, 'a test', at(n))).toEqual(NO);
		expect(await told()).toBe(1);
		expect((await checkRemembered(db, keyring, who.userName, RIGHT, 'a test', at(9))).kind).toBe('right');
		expect(await checkRemembered(db, keyring, who.userName, WRONG, 'a test', at(60))).toEqual(NO);
		expect(await told()).toBe(1);
		expect(await checkRemembered(db, keyring, who.userName, WRONG, 'a test', at(3601))).toEqual(NO);
		expect(await told()).toBe(2);
	});

	it('what was right forgets the wrong ones before it', async () => {
		const keyring = passingKeyring();
		const { userName } = await joinedYoungPerson(db, keyring, at(0));
		for (let round = 0; round < 4; round += 1) {
			for (let n = 0; n < 4; n += 1) await checkRemembered(db, keyring, userName, WRONG, 'a test', at(round));
			expect((await checkRemembered(db, keyring, userName, RIGHT, 'a test', at(round))).kind).toBe('right');
		}
	});

	it('a new card opens the door at once, however often somebody else was wrong before', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, at(0));
		for (let n = 0; n < 7; n += 1) await checkRemembered(db, keyring, who.userName, WRONG, 'a test', at(n));
		expect((await checkRemembered(db, keyring, who.userName, RIGHT, 'a test', at(9))).kind).toBe('wait');
		const code = await cardFor(db, keyring, who.youngPersonId, at(9));
		await joinWith(db, keyring, code, { userName: '', chosen: WORDS }, at(9));
		const checked = await checkRemembered(db, keyring, who.userName, WORDS as Remembered, 'a test', at(10));
		expect(checked.kind).toBe('right');
	});

	it('is in the record without the way, and never under the young person as its subject', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, at(0));
		await checkRemembered(db, keyring, who.userName, RIGHT, 'a test', at(5));
		const rows = await db.selectFrom('audit_event').selectAll().where('actor_id', '=', who.youngPersonId).execute();
		expect(rows.map(({ what, subject_id, detail, actor_name }) => ({ what, subject_id, detail, actor_name }))).toEqual([
			{ what: 'account joined', subject_id: null, detail: '{}', actor_name: '' },
			{ what: 'signed in', subject_id: null, detail: '{}', actor_name: '' }
		]);
	});

	it('goes on at 18, as a care leaver and after care: nothing about the roster closes an account', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, at(0));
		const holder = { kind: 'young person', id: who.accountId } as const;
		for (const change of [
			{ standing: 'care leaver', born: '2006-01-01' },
			{ standing: 'left' },
			{ opted_out: 1 as const }
		]) {
			await db.updateTable('young_person').set(change).where('id', '=', who.youngPersonId).execute();
			expect((await checkRemembered(db, keyring, who.userName, RIGHT, 'a test', at(0))).kind).toBe('right');
			const token = await sessionsIn(db).open(holder, { means: 'pictures', device: 'x' }, at(0));
			expect((await sessionsIn(db).read(token, at(60)))?.youngPerson?.youngPersonId).toBe(who.youngPersonId);
		}
	});

	it('a device’s lock opens a young person’s account, never that of staff here', async () => {
		const keyring = passingKeyring();
		const { accountId, youngPersonId } = await joinedYoungPerson(db, keyring, at(0));
		expect(await signInWithDevice(db, { kind: 'young person', id: accountId }, 'a test', at(0))).toEqual({
			accountId,
			youngPersonId
		});
		expect(await signInWithDevice(db, { kind: 'staff', id: accountId }, 'a test', at(0))).toBeNull();
		expect(await signInWithDevice(db, { kind: 'young person', id: 'gone' }, 'a test', at(0))).toBeNull();
	});
});
