import { expect, it } from 'vitest';
import { noteAccountEvent } from '#lib/auth/young/account-events.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import { heldPerson } from '../../../../tests/data/held-person.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { passingKeyring } from '../../../../tests/open-wave.ts';
import type { HeldSection } from '../held.ts';
import { heldAbout } from '../holders.server.ts';
import { forOthersEyes, forOwnEyes } from './eyes.ts';

const line = (text: string) => [{ label: 'a', text }];
const HELD: HeldSection[] = [
	{ key: 'roster', entries: [{ id: '1', at: null, title: 'Facts', lines: line('fact') }] },
	{
		key: 'account',
		entries: [
			{ id: '2', at: null, title: 'Name', lines: line('Brave Heron'), ownEyes: true },
			{ id: '3', at: null, title: 'Cards', lines: line('card') }
		]
	}
];

it('shows whoever looks a copy through nothing that is for the young person alone, and puts it in when they read', () => {
	expect(JSON.stringify(forOthersEyes(HELD))).not.toContain('Heron');
	const sections = [
		{ key: 'roster' as const, entries: [], leftOut: 1 },
		{ key: 'account' as const, entries: [{ at: null, title: 'Cards', lines: line('███') }], leftOut: 0 }
	];
	const read = forOwnEyes({ state: 'given', madeAt: '', givenAt: '', sections }, HELD);
	expect(read.sections.map(({ key, leftOut }) => [key, leftOut])).toEqual([
		['roster', 1],
		['account', 0]
	]);
	expect(read.sections[1]?.entries.map(({ title }) => title)).toEqual(['Name', 'Cards']);
	expect(JSON.stringify(read)).not.toContain('fact');
});

onEveryEngine('what all modules hold, as others see it', (open) => {
	it('never has where they are told, their user name or their devices, though their own copy has them all', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const now = new Date('2026-11-20T10:00:00Z');
		const { id, accountId, userName } = await heldPerson(db, keyring, now);
		const at = now.toISOString();
		await db
			.insertInto('session')
			.values({
				token_hash: 'eyes',
				holder_kind: 'young person',
				holder_id: accountId,
				created_at: at,
				seen_at: at,
				proven_at: at,
				means: 'pictures',
				device: 'session-device-canary',
				expires_at: '2026-11-21T10:00:00.000Z'
			})
			.execute();
		const event = { what: 'card read', device: 'event-device-canary' } as const;
		await inTransaction(db, (writing) => noteAccountEvent(writing, id, event, now));
		const subject = await subjectOf(db, id);
		if (!subject) throw new Error('nobody');
		const held = await heldAbout(db, keyring, subject);
		const theirs = [userName, 'address-canary@example.org', 'session-device-canary', 'event-device-canary'];
		for (const word of theirs) expect(JSON.stringify(held)).toContain(word);
		for (const word of theirs) expect(JSON.stringify(forOthersEyes(held))).not.toContain(word);
	});
});
