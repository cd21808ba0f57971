import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { onEveryEngine } from '../../../../../tests/databases.ts';
import { OPERATOR, passingKeyring } from '../../../../../tests/open-wave.ts';
import { cardFor, joinedYoungPerson, joinWith, WORDS, youngPersonIn } from '../../../../../tests/young-accounts.ts';
import { accountEventsOf } from '../account-events.server.ts';
import { beginJoining, join } from '../joinings.server.ts';
import { readCard } from './joining-cards.server.ts';
import { stopWaitingCard, waitingCardOf } from './waiting-cards.server.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

onEveryEngine('a new card for somebody who has an account', (open) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));
	const read = async (keyring: Keyring, code: string, now: Date) => {
		const card = await readCard(db, keyring, code, now);
		if (card.kind !== 'right') throw new Error(card.kind);
		return card.row;
	};

	it('is shown to them while it waits, with who made it, and to nobody else', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		const other = await joinedYoungPerson(db, keyring, NOW);
		expect(await waitingCardOf(db, who, after(1))).toBeNull();
		await cardFor(db, keyring, who.youngPersonId, after(1));
		expect(await waitingCardOf(db, who, after(2))).toMatchObject({ madeBy: OPERATOR.name, madeAt: after(1) });
		expect(await waitingCardOf(db, other, after(2))).toBeNull();
		expect(await waitingCardOf(db, who, after(29 * 86_400))).toBeNull();
	});

	it('tells whoever holds it nothing of the account, and its young person once that it was read', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW, { userName: 'Hidden Hare' });
		const times = async () => (await accountEventsOf(db, who, 50)).filter(({ what }) => what === 'card read').length;
		for (const [round, began] of [10, 1000].entries()) {
			const code = await cardFor(db, keyring, who.youngPersonId, after(began));
			for (const handle of [db, another(), db]) {
				const joining = await beginJoining(handle, await read(keyring, code, after(began + 1)), 'x', after(began + 1));
				expect(JSON.stringify(joining)).not.toContain('Hidden');
			}
			expect(await times()).toBe(round + 1);
		}
	});

	it('is worth a look, made and read; the card that somebody began with is not', async () => {
		const keyring = passingKeyring();
		const id = await youngPersonIn(db, NOW);
		const first = await cardFor(db, keyring, id, NOW);
		await beginJoining(db, await read(keyring, first, NOW), 'x', NOW);
		const who = await joinWith(db, keyring, first, { userName: 'Keen Kite', chosen: WORDS }, after(60));
		expect((await accountEventsOf(db, who, 9)).filter(({ look }) => look)).toEqual([]);
		const code = await cardFor(db, keyring, id, after(120));
		await beginJoining(db, await read(keyring, code, after(180)), 'x', after(180));
		const looks = (await accountEventsOf(db, who, 9)).filter(({ look }) => look);
		expect(looks.map(({ what }) => what)).toEqual(['card read', 'card made']);
	});

	it('is stopped by them, noted and recorded, and whoever was about to use it is told that it is over', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW);
		const code = await cardFor(db, keyring, who.youngPersonId, after(1));
		const joining = await beginJoining(db, await read(keyring, code, after(2)), 'x', after(2));
		expect(await stopWaitingCard(db, who, 'a test', after(3))).toBe('stopped');
		expect(await stopWaitingCard(db, who, 'a test', after(4))).toBe('none');
		const given = { userName: '', chosen: WORDS, device: 'x' };
		expect(await join(db, keyring, joining, given, after(5))).toEqual({ kind: 'the card is over' });
		expect((await read(keyring, code, after(6))).use).toBe('stopped');
		expect((await accountEventsOf(db, who, 1))[0]).toMatchObject({ what: 'waiting card stopped', by: null });
		const recorded = await db
			.selectFrom('audit_event')
			.select(['what', 'subject_id'])
			.where('actor_id', '=', who.youngPersonId)
			.where('what', '=', 'joining card stopped')
			.execute();
		expect(recorded).toEqual([{ what: 'joining card stopped', subject_id: null }]);
	});

	it('leaves a card alone that is their own way in', async () => {
		const keyring = passingKeyring();
		const who = await joinedYoungPerson(db, keyring, NOW, { chosen: { way: 'card' } });
		expect(await waitingCardOf(db, who, NOW)).toBeNull();
		expect(await stopWaitingCard(db, who, 'a test', NOW)).toBe('none');
	});
});
