/*
 * Everything that is private besides the survey: typed into every sealed column, by the operations where they have words of
 * their own, then rotated, backed up and told of. It must be in no byte of the database, its log, a backup, the keyring,
 * the ledger or a notice, and in nothing that the operations print.
 */
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { anchorRecord } from '#lib/audit/anchors.server.ts';
import { keepOpening } from '#lib/audit/openings.server.ts';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { answerConcern } from '#lib/concerns/board/answers.server.ts';
import { closeConcern, putOnFile } from '#lib/concerns/board/closings.server.ts';
import { openConcern } from '#lib/concerns/board/threads.server.ts';
import type { Asking } from '#lib/concerns/given.ts';
import { askMyself, complainOpenly } from '#lib/data-rights/asking.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { chooseNotices } from '#lib/notices/choices.server.ts';
import { sendNotices } from '#lib/notices/sending/sending.server.ts';
import { rotateKeys } from '#lib/secrets/rotation/rotating.server.ts';
import { readConfiguration } from '#lib/settings/configuration.server.ts';
import { staffMember } from './accounts.ts';
import { lookingFor } from './canary/looking.ts';
import { decryptedBackup } from './data/decrypted-backup.ts';
import { fillSealedColumns, openEverything } from './data/sealed-rows.ts';
import { OPERATOR } from './open-wave.ts';
import { freshSurroundings } from './server/surroundings.ts';
import { joinedYoungPerson } from './young-accounts.ts';

/** Each says where it was typed, so that a failure names the leak; none is part of another. */
const canary = (where: string) => `canary ${where} by the ninth lantern`;
const TYPED = [
	...['message', 'name', 'safe', 'open message', 'answer', 'closing', 'for the record', 'on file'],
	...['opening', 'request', 'complaint', 'complaint name', 'complaint reply']
];

const ADDRESS = 'canary.lantern@child.example';

it('writes nothing in clear that is private: no message, answer, closing, reason, request or address', async () => {
	const around = await freshSurroundings();
	const printed: string[] = [];
	for (const way of ['log', 'error', 'warn', 'info'] as const)
		vi.spyOn(console, way).mockImplementation((...words) => void printed.push(words.join(' ')));
	const { db, keyring, folder, settings } = around;
	const read = readConfiguration({ ...settings, ORIGIN: 'https://earshot.example' });
	if (read.kind !== 'ready') throw new Error(read.faults.join());
	const now = new Date();
	try {
		const columns = await fillSealedColumns(db, keyring, ({ table, column }) => canary(`${table} ${column}`));
		const { look, seen, filesWith } = lookingFor(
			folder,
			[...TYPED.map(canary), ...columns.map(({ words }) => words), 'ninth lantern'],
			{ every: true }
		);
		const addresses = lookingFor(folder, [ADDRESS]);

		const child = await joinedYoungPerson(db, keyring, now);
		const lead = await staffMember(db, ['safeguarding lead'], 'Lena Lead');
		const choice = { way: 'email', address: ADDRESS, quietFrom: 0, quietTo: 0 } as const;
		await chooseNotices(db, keyring, child, choice, 'a test', now);
		const asking: Asking = {
			...{ wish: 'not sure', topic: 'something else', reply: 'here', address: null },
			...{ words: canary('message'), name: canary('name'), safeWhen: canary('safe') }
		};
		const sending = (once: string) => ({ once, browser: once });
		const sent = await sendConcern(db, keyring, child, asking, sending('one'), now);
		const openly = { ...asking, words: canary('open message') };
		expect(await sendConcern(db, keyring, null, openly, sending('two'), now)).toMatchObject({ kind: 'sent' });
		if (sent.kind !== 'sent') throw new Error(sent.kind);
		const thread = async () => {
			const { print } = (await openConcern(db, keyring, lead, sent.id, now)) ?? { print: '' };
			return { concern: sent.id, print };
		};
		const answer = { ...(await thread()), words: canary('answer') };
		expect(await answerConcern(db, keyring, lead, answer, now)).toEqual({ kind: 'answered' });
		const file = { ...(await thread()), on: true, why: canary('on file') };
		expect(await putOnFile(db, keyring, lead, file, now)).toMatchObject({ kind: 'filed' });
		const closing = { ...(await thread()), forThem: canary('closing'), forRecord: canary('for the record') };
		expect(await closeConcern(db, keyring, lead, closing, now)).toEqual({ kind: 'closed' });
		const reason = { why: 'x', words: canary('opening') };
		const whose = { youngPersonId: child.youngPersonId, staffId: lead.staffId };
		await inTransaction(db, (writing) => keepOpening(writing, keyring, whose, reason, now));
		const request = { kind: 'copy', words: canary('request'), once: 'x' } as const;
		expect(await askMyself(db, keyring, child, request, now)).toMatchObject({ kind: 'asked' });
		const complaint = {
			words: canary('complaint'),
			name: canary('complaint name'),
			reply: canary('complaint reply')
		};
		expect(await complainOpenly(db, keyring, complaint, { once: 'y', browser: 'z' }, now)).toMatchObject({
			kind: 'asked'
		});
		look('after it was typed');

		await sendNotices(db, keyring, read.configuration, now);
		await anchorRecord(db, openLedger(read.configuration.ledger, keyring), now);
		look('after it was told of');
		const backups = join(folder, 'backups');
		await decryptedBackup(settings['DATABASE_URL'] ?? '', keyring, backups, { beside: join(backups, 'opened.db') });
		expect((await rotateKeys(db, keyring, 'council', OPERATOR, () => now)).kind).toBe('rotated');
		look('in a backup, and after the key was changed');
		addresses.look('at the end');

		// All of it is there, for whoever has the keys; and the looking finds what may stand in clear.
		const opened = [...(await openEverything(db, keyring)).values()].join('\n');
		for (const where of TYPED) expect(opened).toContain(canary(where));
		expect(filesWith('Lena Lead')).toEqual(['backups/opened.db', expect.stringMatching(/^earshot\.db/)]);
		expect([...seen, ...addresses.seen]).toEqual([]);
		expect(printed.join('\n')).not.toContain('lantern');
	} finally {
		vi.restoreAllMocks();
		await around.remove();
	}
});
