import { beforeAll, beforeEach, expect, it } from 'vitest';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { saidWhy } from '../../../../tests/accounts.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { RECORDED, ROSTER_WORK } from '#lib/audit/event.ts';
import { record } from '#lib/audit/record.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openYoungPerson } from './persons.server.ts';

onEveryEngine('the page of a young person', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});
	const opened = async (actor: SignedIn, child = 'A1', now = NOW) => {
		const found = await openYoungPerson(db, all.keyring, actor, all.id(child), now);
		return found.kind === 'opened' ? found.page : null;
	};

	it('tells who works with them, reviews in words, and what may be sent', async () => {
		expect(await opened(all.amina)).toMatchObject({
			workers: [
				{ role: 'IRO', colleague: { name: 'Amina Bello' }, named: null },
				{ role: 'social worker', colleague: { name: 'B. Banks' }, named: null }
			],
			reviews: [{ held: '2018-03-03', words: 'Came and spoke for themself' }],
			mayCorrect: true
		});
		expect((await opened(all.amina, 'B2'))?.workers[1]).toEqual({
			role: 'social worker',
			colleague: null,
			named: 'Nobody Known'
		});
		expect((await opened(all.amina, 'B2'))?.sending.some(({ may }) => may)).toBe(false);
	});

	it('records each look by somebody who is not their own worker', async () => {
		const before = await all.lastEvent();
		await opened(all.amina);
		await opened(all.banks);
		expect(await all.lastEvent()).toEqual(before);
		for (const actor of [all.officer, all.lead]) {
			await saidWhy(db, all.keyring, actor.staffId, all.id('A1'), NOW);
			const page = await opened(actor);
			expect(page?.events[0]).toMatchObject({ what: 'young person opened', actorName: actor.name });
		}
	});

	it('tells no colleague that they asked for their data, had things erased, chose notices or signed out', async () => {
		const subject = { kind: 'young person', id: all.id('A1') } as const;
		const own = { accountId: 'a', youngPersonId: subject.id };
		const before = (await opened(all.banks))?.events.length;
		for (const what of RECORDED.filter((one) => !(ROSTER_WORK as readonly string[]).includes(one)))
			await inTransaction(db, (writing) => record(writing, own, { what, subject }, NOW));
		expect((await opened(all.banks))?.events).toHaveLength(before ?? -1);
		await inTransaction(db, (writing) => record(writing, all.amina, { what: 'joining card made', subject }, NOW));
		expect((await opened(all.banks))?.events[0]).toMatchObject({ what: 'joining card made' });
	});

	it('is not found by who may not see it, and that leaves no trace of them', async () => {
		const before = await all.lastEvent();
		for (const actor of [all.sunil, all.administrator]) expect(await opened(actor)).toBeNull();
		expect(await opened(all.banks, 'B2')).toBeNull();
		expect(await all.lastEvent()).toEqual(before);
	});
});
