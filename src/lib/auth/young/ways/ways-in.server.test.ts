import { beforeAll, expect, it } from 'vitest';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../../../tests/databases.ts';
import { passingKeyring } from '../../../../../tests/open-wave.ts';
import {
	cardFor,
	joinedYoungPerson,
	joinWith,
	PICTURES,
	WORDS,
	youngPersonIn
} from '../../../../../tests/young-accounts.ts';
import { storePasskey } from '../../passkeys.server.ts';
import { sessionsIn } from '../../sessions.server.ts';
import { ACCOUNT_EVENTS } from '../account-event.ts';
import { accountEventsOf } from '../account-events.server.ts';
import { changeUserName, userNameOf } from '../accounts.server.ts';
import { signDevicesOut } from '../devices.server.ts';
import { checkRemembered } from './remembered.server.ts';
import { freeUserNames, isTaken, lookForName } from '../user-names.server.ts';
import type { Remembered } from './way-in.ts';
import { addCard, addDeviceLock, rememberWay, removeWay } from './way-changes.server.ts';
import { waysOf } from './ways-in.server.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const LOCK = { id: 'a-lock', publicKey: 'AA', counter: 0, transports: [] };
const OTHER: Remembered = { way: 'pictures', pictures: ['tent', 'tent', 'tent', 'sun'] };

onEveryEngine('the ways in of an account', (open) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));
	const whatHappened = async (who: { accountId: string; youngPersonId: string }) =>
		(await accountEventsOf(db, who, 100)).map(({ what }) => what);

	/** A session of theirs. */
	async function here({ accountId }: { accountId: string }) {
		const how = { means: 'pictures', device: 'a test' } as const;
		const token = await sessionsIn(db).open({ kind: 'young person', id: accountId }, how, NOW);
		return { device: 'a test', token, session: (await sessionsIn(db).read(token, NOW))?.id ?? '' };
	}

	it('are added, changed and taken away by their young person, and each is noted for them', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		await rememberWay(db, keyring, who, WORDS as Remembered, await here(who), NOW);
		await rememberWay(db, keyring, who, OTHER, await here(who), NOW);
		expect(await waysOf(db, who)).toEqual(['pictures', 'secret words']);
		const comesIn = async (remembered: Remembered) =>
			(await checkRemembered(db, keyring, who.userName, remembered, 'a test', NOW)).kind;
		expect(await comesIn(PICTURES as Remembered)).toBe('no');
		expect(await comesIn(OTHER)).toBe('right');
		expect(await comesIn(WORDS as Remembered)).toBe('right');
		expect(await removeWay(db, who, 'pictures', await here(who), NOW)).toBe('removed');
		expect(await comesIn(OTHER)).toBe('no');
		expect(await whatHappened(who)).toEqual(
			expect.arrayContaining(['secret words added', 'pictures changed', 'pictures removed'])
		);
	});

	it('never come to none, though two are taken away at the same moment', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		expect(await removeWay(db, who, 'pictures', await here(who), NOW)).toBe('the last');
		expect(await removeWay(db, who, 'card', await here(who), NOW)).toBe('not there');
		await rememberWay(db, keyring, who, WORDS as Remembered, await here(who), NOW);
		const at = await here(who);
		const answers = await Promise.all([
			removeWay(db, who, 'pictures', at, NOW),
			removeWay(another(), who, 'secret words', at, NOW)
		]);
		expect(answers.sort()).toEqual(['removed', 'the last']);
		expect(await waysOf(db, who)).toHaveLength(1);
	});

	it('can be the card that somebody joined with, but nobody else’s and not a stopped one', async () => {
		const keyring = passingKeyring();
		const id = await youngPersonIn(db, NOW);
		const code = await cardFor(db, keyring, id, NOW);
		const who = await joinWith(db, keyring, code, { userName: 'Fair Finch', chosen: PICTURES }, NOW);
		const stranger = await joinedYoungPerson(db, keyring, NOW);
		expect(await addCard(db, keyring, stranger, code, await here(stranger), NOW)).toEqual({ kind: 'no' });
		expect(await addCard(db, keyring, who, code, await here(who), NOW)).toEqual({ kind: 'added' });
		expect(await waysOf(db, who)).toEqual(['pictures', 'card']);
		expect(await removeWay(db, who, 'card', await here(who), NOW)).toBe('removed');
		expect(await addCard(db, keyring, who, code, await here(who), NOW)).toEqual({ kind: 'no' });
		expect(await whatHappened(who)).toEqual(expect.arrayContaining(['card added', 'card removed']));
	});

	it('can be a device’s lock, which is gone with the others after a new card', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		expect(await addDeviceLock(db, who, LOCK, await here(who), NOW)).toBe('kept');
		expect(await addDeviceLock(db, who, LOCK, await here(who), NOW)).toBe('known');
		expect(await waysOf(db, who)).toEqual(['pictures', 'passkey']);
		// The same id as a member of staff's key is another holder's.
		const staff = { kind: 'staff', id: who.accountId } as const;
		await inTransaction(db, (writing) => storePasskey(writing, staff, { ...LOCK, id: 'theirs' }, 'x', '2027-03-01'));
		const code = await cardFor(db, keyring, who.youngPersonId, NOW);
		await joinWith(db, keyring, code, { userName: '', chosen: WORDS }, NOW);
		expect(await waysOf(db, who)).toEqual(['secret words']);
		expect(await db.selectFrom('passkey').select('id').where('id', '=', 'theirs').execute()).toHaveLength(1);
	});

	it('are changed by a session that stands: its change ends the others, and one that a new card ended changes nothing', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		const [mine, intruder] = [await here(who), await here(who)];
		expect(await rememberWay(db, keyring, who, OTHER, mine, NOW)).toBe('kept');
		expect(await sessionsIn(db).read(intruder.token, NOW)).toBeNull();
		expect(await sessionsIn(db).read(mine.token, NOW)).not.toBeNull();
		expect(await rememberWay(db, keyring, who, WORDS as Remembered, intruder, NOW)).toBe('signed out');
		const code = await cardFor(db, keyring, who.youngPersonId, NOW);
		await joinWith(db, keyring, code, { userName: '', chosen: WORDS }, NOW);
		expect(await rememberWay(db, keyring, who, OTHER, mine, NOW)).toBe('signed out');
		expect(await removeWay(db, who, 'secret words', mine, NOW)).toBe('signed out');
		expect(await waysOf(db, who)).toEqual(['secret words']);
		// Another person's session is no session of theirs.
		const stranger = await here(await joinedYoungPerson(db, keyring, NOW));
		expect(await rememberWay(db, keyring, who, OTHER, stranger, NOW)).toBe('signed out');
	});

	it('are stored as slow hashes with a pepper: the same pictures of two accounts look different', async () => {
		const keyring = passingKeyring();
		const [one, other] = [await joinedYoungPerson(db, keyring, NOW), await joinedYoungPerson(db, keyring, NOW)];
		const rows = await db
			.selectFrom('young_account')
			.selectAll()
			.where('id', 'in', [one.accountId, other.accountId])
			.execute();
		expect(rows.every(({ pictures_hash }) => pictures_hash?.startsWith('$argon2id$'))).toBe(true);
		expect(JSON.stringify(rows)).not.toMatch(/rocket|Otter/);
	});
});

onEveryEngine('an account', (open) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));

	it('changes its name to one that nobody has, one of two who want it at once', async () => {
		const keyring = passingKeyring();
		const [one, other] = [await joinedYoungPerson(db, keyring, NOW), await joinedYoungPerson(db, keyring, NOW)];
		const answers = await Promise.all([
			changeUserName(db, keyring, one, 'Golden Lynx', 'a test', NOW),
			changeUserName(another(), keyring, other, 'golden lynx', 'a test', NOW)
		]);
		expect(answers.map(({ kind }) => kind).sort()).toEqual(['changed', 'taken']);
		const winner = (await userNameOf(db, keyring, one)).toLowerCase() === 'golden lynx' ? one : other;
		expect(await changeUserName(db, keyring, winner, 'GOLDEN LYNX', 'a test', NOW)).toEqual({ kind: 'changed' });
		expect(await userNameOf(db, keyring, winner)).toBe('GOLDEN LYNX');
		expect(await isTaken(db, keyring, 'goldenlynx')).toBe(true);
	});

	it('lets nobody find out who else is here: twenty looks for a name an hour, through all servers', async () => {
		const keyring = passingKeyring();
		const [who, other] = [await joinedYoungPerson(db, keyring, NOW), await joinedYoungPerson(db, keyring, NOW)];
		const change = (name: string, seconds: number) =>
			changeUserName(another(), keyring, who, name, 'a test', new Date(NOW.getTime() + seconds * 1000));
		for (let n = 0; n < 20; n += 1) expect(await change(other.userName, n)).toEqual({ kind: 'taken' });
		expect(await change(other.userName, 60)).toEqual({ kind: 'wait', seconds: 3540 });
		expect(await change('Nobody Has This', 61)).toEqual({ kind: 'wait', seconds: 3539 });
		expect(await userNameOf(db, keyring, who)).toBe(who.userName);
		expect(await change('Nobody Has This', 3601)).toEqual({ kind: 'changed' });
		const look = (card: string) => lookForName(db, keyring, card, other.userName, NOW);
		for (let n = 0; n < 20; n += 1) expect(await look('a card')).toEqual({ kind: 'taken' });
		expect((await look('a card')).kind).toBe('wait');
		expect((await look('another card')).kind).toBe('taken');
	});

	it('has ideas for names, each free', async () => {
		const keyring = passingKeyring();
		const ideas = await freeUserNames(db, keyring, 3);
		expect(new Set(ideas).size).toBe(3);
		for (const idea of ideas) expect(await isTaken(db, keyring, idea)).toBe(false);
	});

	it('signs out its own devices, never another’s, and notes it', async () => {
		const keyring = passingKeyring();
		const [one, other] = [await joinedYoungPerson(db, keyring, NOW), await joinedYoungPerson(db, keyring, NOW)];
		const sessions = sessionsIn(db);
		const opened = async ({ accountId }: { accountId: string }) => {
			const token = await sessions.open({ kind: 'young person', id: accountId }, { means: 'card', device: 'x' }, NOW);
			return { token, id: (await sessions.read(token, NOW))?.id ?? '' };
		};
		const [mine, phone, theirs] = [await opened(one), await opened(one), await opened(other)];
		expect(await signDevicesOut(db, one, { one: theirs.id }, 'a test', NOW)).toBe(false);
		expect(await sessions.read(theirs.token, NOW)).not.toBeNull();
		expect(await signDevicesOut(db, one, { one: phone.id }, 'a test', NOW)).toBe(true);
		expect(await sessions.read(phone.token, NOW)).toBeNull();
		const tablet = await opened(one);
		expect(await signDevicesOut(db, one, { allBut: mine.id }, 'a test', NOW)).toBe(true);
		expect(await sessions.read(tablet.token, NOW)).toBeNull();
		expect(await sessions.read(mine.token, NOW)).not.toBeNull();
		const what = (await accountEventsOf(db, one, 10)).map((event) => event.what);
		expect(what).toEqual(expect.arrayContaining(['device signed out', 'other devices signed out']));
		expect(await accountEventsOf(db, other, 10)).toHaveLength(2);
	});

	it('has a word for everything that can happen', async () => {
		const { account } = await import('#lib/i18n/en/account.ts');
		expect(Object.keys(account.events).sort()).toEqual([...ACCOUNT_EVENTS].sort());
	});
});
