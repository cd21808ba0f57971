import { expect, it } from 'vitest';
import { onEveryEngine } from '../../../tests/databases.ts';
import { staffMember } from '../../../tests/accounts.ts';
import { heldPerson } from '../../../tests/data/held-person.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { codeFromBytes } from '#lib/secrets/code.ts';
import { bytesOfCode } from '#lib/secrets/once.server.ts';
import { answer, openRequest, requestsFor } from './answering.server.ts';
import { answerableHealth } from './answerers.server.ts';
import { askMyself, complainOpenly, writeDown } from './asking.server.ts';
import { collectCopy, draftFor, giveCopy } from './copies/copies.server.ts';
import { beforeRosterErasing } from './erasing/roster.server.ts';
import { ownCopy, ownRequest, requestByCode } from './reading.server.ts';
import { remindOfRequests } from './told.server.ts';

const NOW = new Date('2026-11-20T10:00:00Z');

onEveryEngine('asking about one’s own data', (open) => {
	it('reaches the safeguarding leads once, is answered by them alone, and read by its asker alone', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const lead = await staffMember(db, ['safeguarding lead']);
		const others = [await staffMember(db, ['administrator']), await staffMember(db, ['IRO', 'participation officer'])];
		const who = await heldPerson(db, keyring, NOW, { standing: 'in care' });
		const me = { accountId: who.accountId, youngPersonId: who.id };
		const asked = await askMyself(db, keyring, me, { kind: 'copy', words: null, once: 'one' }, NOW);
		if (asked.kind !== 'asked') throw new Error(asked.kind);
		expect(asked.dueOn).toBe('2026-12-20');
		const again = await askMyself(db, keyring, me, { kind: 'copy', words: null, once: 'two' }, NOW);
		expect(again.kind).toBe('asked already');
		const told = await db
			.selectFrom('notice')
			.select('recipient_id')
			.where('what', '=', 'data request waiting')
			.execute();
		expect(told.map(({ recipient_id }) => recipient_id)).toEqual([lead.staffId]);

		for (const other of others) {
			expect(await requestsFor(db, other, '2026-11-20')).toEqual([]);
			expect(await openRequest(db, keyring, other, asked.id, NOW, '2026-11-20')).toBeNull();
			expect(await answer(db, keyring, other, asked.id, 'No', NOW)).toEqual({ kind: 'not theirs' });
			expect(await collectCopy(db, keyring, other, asked.id, NOW)).toEqual({ kind: 'not theirs' });
		}
		await collectCopy(db, keyring, lead, asked.id, NOW);
		expect(JSON.stringify(await draftFor(db, keyring, lead, asked.id))).not.toContain(who.userName);
		const early = await giveCopy(db, keyring, lead, asked.id, 'Here', NOW);
		expect(early.kind).toBe('not looked through');
		expect(await ownCopy(db, keyring, me, asked.id)).toBeNull();
		const stranger = await heldPerson(db, keyring, NOW);
		const them = { accountId: stranger.accountId, youngPersonId: stranger.id };
		expect(await ownRequest(db, keyring, them, asked.id, NOW)).toBeNull();

		const late = new Date('2026-12-21T08:00:00Z');
		expect(await remindOfRequests(db, new Date('2026-12-20T08:00:00Z'))).toBe(0);
		expect([await remindOfRequests(db, late), await remindOfRequests(db, late)]).toEqual([1, 1]);
		const reminded = await db.selectFrom('notice').select('id').where('what', '=', 'data request overdue').execute();
		// The lead, and the administrator.
		expect(reminded).toHaveLength(2);
	});

	it('without an account gives a code that opens the answer, and nothing else does', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const lead = await staffMember(db, ['safeguarding lead']);
		const given = { words: 'Somebody read my file', name: 'Kim', reply: null };
		const sending = { once: 'a form', browser: 'mine' };
		const asked = await complainOpenly(db, keyring, given, sending, NOW);
		if (asked.kind !== 'asked' || asked.code === null) throw new Error(asked.kind);
		expect(await complainOpenly(db, keyring, given, sending, NOW)).toEqual(asked);
		const elsewhere = { ...sending, browser: 'another’s' };
		expect(await complainOpenly(db, keyring, given, elsewhere, NOW)).toEqual({ kind: 'asked already' });
		const late = new Date('2026-11-20T10:20:00Z');
		expect(await complainOpenly(db, keyring, given, sending, late)).toEqual({ kind: 'asked already' });
		expect(await db.selectFrom('data_request').select('id').execute()).toHaveLength(1);
		await answer(db, keyring, lead, asked.id, 'We are sorry.', NOW);
		expect(await requestByCode(db, keyring, 'AAAA-BBBB-CCCC-DDDD', NOW)).toEqual({ kind: 'no' });
		expect(await requestByCode(db, keyring, asked.code, NOW)).toMatchObject({
			kind: 'right',
			request: { answer: 'We are sorry.', words: 'Somebody read my file' }
		});
	});

	it('tells both taps of a double tap the same code, and takes another where one is somebody’s', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const given = { words: 'Somebody read my file', name: null, reply: null };
		const sending = { once: 'a form', browser: 'mine' };
		const [one, other] = await Promise.all([1, 2].map(() => complainOpenly(db, keyring, given, sending, NOW)));
		expect(other).toEqual(one);
		if (one?.kind !== 'asked' || one.code === null) throw new Error(one?.kind);
		expect((await requestByCode(db, keyring, one.code, NOW)).kind).toBe('right');

		const taken = codeFromBytes(bytesOfCode(keyring, { once: 'next', browser: 'mine' }, 0)).selector;
		await db.updateTable('data_request').set({ selector: taken }).execute();
		const next = await complainOpenly(db, keyring, given, { once: 'next', browser: 'mine' }, NOW);
		if (next.kind !== 'asked' || next.code === null) throw new Error(next.kind);
		expect((await requestByCode(db, keyring, next.code, NOW)).kind).toBe('right');
		expect(await complainOpenly(db, keyring, given, { once: 'next', browser: 'mine' }, NOW)).toEqual(next);
	});

	it('about somebody a lead works with is for another lead: no notice, no words, no copy, no erasing', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const [own, other] = [
			await staffMember(db, ['safeguarding lead', 'IRO']),
			await staffMember(db, ['safeguarding lead'])
		];
		const who = await heldPerson(db, keyring, NOW);
		const caseload = { young_person_id: who.id, role: 'social worker', staff_id: own.staffId, since: '2026-01-01' };
		await db.insertInto('caseload').values(caseload).execute();
		const me = { accountId: who.accountId, youngPersonId: who.id };
		const asked = await askMyself(db, keyring, me, { kind: 'copy', words: 'About my IRO', once: 'one' }, NOW);
		if (asked.kind !== 'asked') throw new Error(asked.kind);
		const told = await db
			.selectFrom('notice')
			.select('recipient_id')
			.where('what', '=', 'data request waiting')
			.execute();
		expect(told.map(({ recipient_id }) => recipient_id)).toEqual([other.staffId]);
		expect((await requestsFor(db, own, '2026-11-20')).every(({ forAnother }) => forAnother)).toBe(true);
		expect((await requestsFor(db, other, '2026-11-20')).some(({ forAnother }) => forAnother)).toBe(false);
		await collectCopy(db, keyring, other, asked.id, NOW);
		expect(await openRequest(db, keyring, own, asked.id, NOW, '2026-11-20')).toBeNull();
		expect(await draftFor(db, keyring, own, asked.id)).toBeNull();
		expect(await collectCopy(db, keyring, own, asked.id, NOW)).toEqual({ kind: 'not theirs' });
		expect(await giveCopy(db, keyring, own, asked.id, 'Here', NOW)).toEqual({ kind: 'not theirs' });
		expect(await answer(db, keyring, own, asked.id, 'No', NOW)).toEqual({ kind: 'not theirs' });
		expect(await beforeRosterErasing(db, keyring, own, who.id, NOW)).toEqual({ kind: 'works with them' });
		const { child } = await db
			.selectFrom('young_person')
			.select('child')
			.where('id', '=', who.id)
			.executeTakeFirstOrThrow();
		const down = { child, kind: 'complaint', words: 'No', once: 'down' } as const;
		expect(await writeDown(db, keyring, own, down, NOW)).toEqual({ kind: 'for another lead' });

		expect(await answerableHealth(db)).toMatchObject([{ state: 'good' }]);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', other.staffId).execute();
		expect(await answerableHealth(db)).toMatchObject([{ state: 'wrong' }]);
	});
});
