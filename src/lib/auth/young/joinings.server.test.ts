import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR, passingKeyring } from '../../../../tests/open-wave.ts';
import {
	cardFor,
	joinedYoungPerson,
	joinWith,
	PICTURES,
	WORDS,
	youngPersonIn
} from '../../../../tests/young-accounts.ts';
import type { SignedIn } from '../actor.ts';
import { sessionsIn } from '../sessions.server.ts';
import { accountEventsOf } from './account-events.server.ts';
import { accountStateOf, userNameOf } from './accounts.server.ts';
import { personForCard } from './cards/card-people.server.ts';
import { makeCard, readCard } from './cards/joining-cards.server.ts';
import { stopCards } from './cards/stopped-cards.server.ts';
import { beginJoining, join } from './joinings.server.ts';
import { signInWithCard } from './sign-ins.server.ts';
import { waysOf } from './ways/ways-in.server.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const stranger: SignedIn = { staffId: 'x', name: 'Xena', tenant: 'council', roles: ['IRO', 'administrator'] };

onEveryEngine('joining', (open) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));
	const useOf = async (keyring: Keyring, code: string, now = NOW) => {
		const read = await readCard(db, keyring, code, now);
		return read.kind === 'right' ? read.row.use : read.kind;
	};

	it('makes an account with the name and the way that were chosen, and spends the card', async () => {
		const keyring = passingKeyring();
		const id = await youngPersonIn(db, NOW);
		const code = await cardFor(db, keyring, id, NOW);
		const who = await joinWith(db, keyring, code, { userName: 'Brave Otter', chosen: PICTURES }, NOW);
		expect(who.youngPersonId).toBe(id);
		expect(await userNameOf(db, keyring, who)).toBe('Brave Otter');
		expect(await waysOf(db, who)).toEqual(['pictures']);
		expect(await useOf(keyring, code)).toBe('used');
		const events = await accountEventsOf(db, who, 10);
		expect(events.map(({ what }) => what).sort()).toEqual(['card made', 'joined']);
		expect(events.find(({ what }) => what === 'card made')).toMatchObject({ by: OPERATOR.name, at: NOW });
	});

	it('with one card in two browsers lets one of them in', async () => {
		const keyring = passingKeyring();
		const code = await cardFor(db, keyring, await youngPersonIn(db, NOW), NOW);
		const read = await readCard(db, keyring, code, NOW);
		if (read.kind !== 'right') throw new Error(read.kind);
		const joinings = await Promise.all([db, another()].map((handle) => beginJoining(handle, read.row, 'a test', NOW)));
		const kinds = await Promise.all(
			joinings.map(async (joining, n) => {
				const chosen = { userName: `Racing Fox ${n}`, chosen: WORDS, device: 'a test' };
				return (await join(n ? another() : db, keyring, joining, chosen, NOW)).kind;
			})
		);
		expect(kinds.sort()).toEqual(['joined', 'the card is over']);
	});

	it('gives no name twice, in whatever way it is written, and the card is not spent by that', async () => {
		const keyring = passingKeyring();
		await joinedYoungPerson(db, keyring, NOW, { userName: 'Calm Fox' });
		const code = await cardFor(db, keyring, await youngPersonIn(db, NOW), NOW);
		await expect(joinWith(db, keyring, code, { userName: 'calm  FOX', chosen: WORDS }, NOW)).rejects.toThrow('taken');
		expect(await useOf(keyring, code)).toBe('joins');
	});

	it('works for 28 days; then, and once stopped or replaced, only whoever has the whole code is told', async () => {
		const keyring = passingKeyring();
		const id = await youngPersonIn(db, NOW);
		const first = await cardFor(db, keyring, id, NOW);
		expect(await useOf(keyring, first, later(27.9))).toBe('joins');
		expect(await useOf(keyring, first, later(28))).toBe('ran out');
		const second = await cardFor(db, keyring, id, NOW);
		expect(await useOf(keyring, first)).toBe('stopped');
		expect(await stopCards(db, keyring, OPERATOR, id, NOW)).toBe('stopped');
		expect(await useOf(keyring, second)).toBe('stopped');
		expect(await useOf(keyring, `${second.slice(0, 5)}0000-0000-0000`)).toBe('no');
		for (const code of [first, second])
			await expect(joinWith(db, keyring, code, { userName: 'Late Wren', chosen: WORDS }, NOW)).rejects.toThrow('over');
	});

	it('a card that ran out or was stopped between two pages does not end the joining', async () => {
		const keyring = passingKeyring();
		const id = await youngPersonIn(db, NOW);
		const read = await readCard(db, keyring, await cardFor(db, keyring, id, NOW), NOW);
		if (read.kind !== 'right') throw new Error(read.kind);
		const joining = await beginJoining(db, read.row, 'a test', NOW);
		const chosen = { userName: 'Slow Snail', chosen: WORDS, device: 'a test' };
		expect((await join(db, keyring, joining, chosen, later(28))).kind).toBe('the card is over');
		await stopCards(db, keyring, OPERATOR, id, NOW);
		expect((await join(db, keyring, joining, chosen, NOW)).kind).toBe('the card is over');
	});

	it('with a new card keeps the name, stops every old way, and ends all sessions', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW, { userName: 'Merry Mole', chosen: { way: 'card' } });
		const token = await sessionsIn(db).open(
			{ kind: 'young person', id: who.accountId },
			{ means: 'card', device: 'x' },
			NOW
		);
		const code = await cardFor(db, keyring, who.youngPersonId, NOW);
		expect(await waysOf(db, who)).toEqual(['card']);
		expect(await sessionsIn(db).read(token, NOW)).not.toBeNull();
		const again = await joinWith(db, keyring, code, { userName: 'Somebody Else', chosen: WORDS }, NOW);
		expect(again).toEqual({ accountId: who.accountId, youngPersonId: who.youngPersonId });
		expect(await userNameOf(db, keyring, who)).toBe('Merry Mole');
		expect(await waysOf(db, who)).toEqual(['secret words']);
		expect(await sessionsIn(db).read(token, NOW)).toBeNull();
		const what = (await accountEventsOf(db, who, 10)).map((event) => event.what);
		expect(what).toContain('came back with a new card');
	});

	it('a card that signs in does so for ever, until it is stopped, which ends its sessions too', async () => {
		const keyring = passingKeyring();
		const id = await youngPersonIn(db, NOW);
		const code = await cardFor(db, keyring, id, NOW);
		const who = await joinWith(db, keyring, code, { userName: 'Snug Seal', chosen: { way: 'card' } }, NOW);
		const read = await readCard(db, keyring, code, later(2000));
		expect(read).toMatchObject({ kind: 'right', row: { use: 'signs in', youngPersonId: id } });
		if (read.kind === 'right') expect(await signInWithCard(db, read.row, 'a test', NOW)).toEqual(who);
		const token = await sessionsIn(db).open(
			{ kind: 'young person', id: who.accountId },
			{ means: 'card', device: 'x' },
			NOW
		);
		await stopCards(db, keyring, OPERATOR, id, NOW);
		expect(await useOf(keyring, code, later(2000))).toBe('stopped');
		expect(await sessionsIn(db).read(token, NOW)).toBeNull();
	});

	it('is nothing that staff have a part in: a card only for their own, and no more known than that there is an account', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		expect(await makeCard(db, keyring, stranger, who.youngPersonId, NOW)).toEqual({ kind: 'not yours' });
		expect(await stopCards(db, keyring, stranger, who.youngPersonId, NOW)).toBe('not yours');
		expect(await personForCard(db, keyring, stranger, who.youngPersonId, NOW)).toEqual({ kind: 'not yours' });
		const found = await personForCard(db, keyring, OPERATOR, who.youngPersonId, NOW);
		if (found.kind !== 'theirs') throw new Error(found.kind);
		const { person } = found;
		expect(await accountStateOf(db, { ...person, mayMakeCard: false }, NOW)).toBeNull();
		expect(await accountStateOf(db, person, NOW)).toEqual({
			hasAccount: true,
			waitingCard: null
		});
		const recorded = await db
			.selectFrom('audit_event')
			.selectAll()
			.where('subject_id', '=', who.youngPersonId)
			.execute();
		expect(recorded.map(({ what }) => what)).toEqual(['joining card made']);
	});
});
