import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { destroyOwner, staffIn } from '../../../../tests/notices/people.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { passingKeyring } from '../../../../tests/open-wave.ts';
import { joinedYoungPerson } from '../../../../tests/young-accounts.ts';
import type { Channel, Message, Sent } from '../channels/channel.ts';
import { NO_CHOICE, type Choice } from '../choice.ts';
import { chooseNotices, stopNotices, tryNotices } from '../choices.server.ts';
import type { Notice } from '../notice.ts';
import { notify } from '../outbox.server.ts';
import { claimDue, end } from './claims.server.ts';
import { sendDue, type Outbox } from './sending.server.ts';

const NOON = new Date('2027-03-01T12:00:00Z');
const EMAIL: Choice = { ...NO_CHOICE, way: 'email', address: 'otter@mail.example' };

onEveryEngine('sending notices', (open) => {
	let db: Database;
	let keyring: Keyring;
	let now = NOON;
	let sent: Message[] = [];
	let answers: Sent[] = [];
	beforeAll(async () => ({ db } = await open()));
	beforeEach(async () => {
		await db.deleteFrom('notice').execute();
		[now, sent, answers] = [NOON, [], []];
		keyring = passingKeyring();
	});
	const channel = (name: string): Channel => ({
		name,
		send: (message) => {
			sent.push(message);
			return Promise.resolve(answers.shift() ?? { kind: 'sent' });
		}
	});
	const outbox = (more: Partial<Outbox> = {}): Outbox => ({
		db,
		keyring,
		channels: { email: channel('mail'), text: channel('texts') },
		origin: 'https://earshot.council.example',
		who: 'a test',
		clock: () => now,
		chance: () => 0.5,
		...more
	});
	const minutesLater = (minutes: number) => (now = new Date(NOON.getTime() + minutes * 60_000));
	const ask = (notice: Omit<Notice, 'once'> & { once?: string }) =>
		inTransaction(db, (writing) => notify(writing, { once: randomUUID(), ...notice } as Notice, now));
	const rows = () => db.selectFrom('notice').selectAll().orderBy('made_at').execute();
	const otter = async (choice: Choice = EMAIL) => {
		const youngPerson = await joinedYoungPerson(db, keyring, NOON);
		await chooseNotices(db, keyring, youngPerson, choice, 'a test', NOON);
		return youngPerson;
	};
	const message = (youngPersonId: string) =>
		ask({ to: { kind: 'young person', id: youngPersonId }, what: 'new message' });

	it('sends a young person what they chose, without a name or a matter, and says how to stop it', async () => {
		const { youngPersonId } = await otter({ ...EMAIL, way: 'text', address: '07700900123' });
		await message(youngPersonId);
		expect(await sendDue(outbox())).toEqual({ sent: 1, 'not sent': 0, waiting: 0, dead: 0 });
		const body =
			'You have a new message in Earshot. Sign in to read it: https://earshot.council.example You can turn these off in My account.';
		expect(sent).toMatchObject([{ way: 'text', to: '07700900123', body, triedBefore: false }]);
		expect(await rows()).toMatchObject([{ state: 'sent', channel: 'text', attempts: 1, leased_by: null }]);
	});

	it('sends nothing to who has not chosen, has stopped it, opted out, left, lives with adopters or died', async () => {
		const silent = await joinedYoungPerson(db, keyring, NOON);
		await message(silent.youngPersonId);
		const stopped = await otter();
		await stopNotices(db, keyring, stopped, 'a test', NOON);
		await message(stopped.youngPersonId);
		for (const so of [{ opted_out: 1 }, { standing: 'left' }, { with_adopters: 1 }, { died: 1 }] as const) {
			const { youngPersonId } = await otter();
			await db.updateTable('young_person').set(so).where('id', '=', youngPersonId).execute();
			await message(youngPersonId);
		}
		await message('nobody at all');
		expect(await sendDue(outbox())).toMatchObject({ sent: 0, 'not sent': 7 });
		expect(sent).toEqual([]);
		const row = await db
			.selectFrom('notice_choice')
			.selectAll()
			.where('young_person_id', '=', stopped.youngPersonId)
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject({ channel: 'none', address_sealed: null });
	});

	it('never sends a letter where post is not safe', async () => {
		const lines = 'Sam Lee\n1 High Street\nSO14 7DW';
		const { youngPersonId } = await otter({ ...EMAIL, way: 'letter', address: lines });
		await db.updateTable('young_person').set({ address_unsafe: 1 }).where('id', '=', youngPersonId).execute();
		await message(youngPersonId);
		expect(await sendDue(outbox({ channels: { letter: channel('post') } }))).toMatchObject({ 'not sent': 1 });
		expect(sent).toEqual([]);
	});

	it('waits until their quiet hours are over, and then tells of all at once', async () => {
		const { youngPersonId } = await otter();
		minutesLater(600); // ten in the evening
		for (let n = 0; n < 3; n += 1) await message(youngPersonId);
		expect(await sendDue(outbox())).toMatchObject({ sent: 0, waiting: 3 });
		minutesLater(600 + 599);
		expect(await sendDue(outbox())).toMatchObject({ sent: 0, waiting: 0 });
		minutesLater(600 + 600);
		expect(await sendDue(outbox())).toMatchObject({ sent: 1, 'not sent': 2 });
		expect(sent).toHaveLength(1);
	});

	it('sends a trial at once, three a day at most, and none to who chose none', async () => {
		const youngPerson = await otter();
		minutesLater(660);
		const tries = [1, 2, 3, 4].map(() => () => tryNotices(db, keyring, youngPerson, now));
		const said: string[] = [];
		for (const attempt of tries) said.push(await attempt());
		expect(said).toEqual(['on its way', 'on its way', 'on its way', 'enough for today']);
		expect(await sendDue(outbox())).toMatchObject({ sent: 3 });
		expect(sent[0]?.body).toContain('This is how Earshot tells you');
		minutesLater(660 + 24 * 60 + 1);
		expect(await tryNotices(db, keyring, youngPerson, now)).toBe('on its way');
		await stopNotices(db, keyring, youngPerson, 'a test', now);
		expect(await tryNotices(db, keyring, youngPerson, now)).toBe('none');
	});

	it('tells staff at their address while their account is open, each of each', async () => {
		const id = await staffIn(db, 'lead@council.example');
		const gone = await staffIn(db, 'gone@council.example', { disabled: 1 });
		for (const who of [id, id, gone]) await ask({ to: { kind: 'staff', id: who }, what: 'concern waiting' });
		minutesLater(15 * 60);
		expect(await sendDue(outbox())).toMatchObject({ sent: 2, 'not sent': 1 });
		expect(sent.map(({ to }) => to)).toEqual(['lead@council.example', 'lead@council.example']);
	});

	it('is one notice when it is asked for twice', async () => {
		const id = await staffIn(db, 'once@council.example');
		for (let n = 0; n < 2; n += 1)
			await ask({ to: { kind: 'staff', id }, what: 'concern waiting', once: 'concern 1 waiting' });
		expect(await sendDue(outbox())).toMatchObject({ sent: 1 });
	});

	it('tries again later and later, and gives up after ten', async () => {
		const id = await staffIn(db, 'later@council.example');
		await ask({ to: { kind: 'staff', id }, what: 'backup failed' });
		const waits: number[] = [];
		for (let tries = 1; tries <= 10; tries += 1) {
			answers = [{ kind: 'not yet', because: 'the mail server did not answer' }];
			await sendDue(outbox());
			const [row] = await rows();
			expect(row?.attempts).toBe(tries);
			if (tries === 10)
				expect(row).toMatchObject({ state: 'dead', because: expect.stringContaining('tried 10 times') });
			else {
				const due = new Date(row?.due_at ?? '');
				waits.push((due.getTime() - now.getTime()) / 60_000);
				now = new Date(due.getTime() - 1);
				expect(await sendDue(outbox())).toMatchObject({ waiting: 0, sent: 0 });
				now = due;
			}
		}
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
		expect(sent.map(({ triedBefore }) => triedBefore)).toEqual([false, ...Array.from({ length: 9 }, () => true)]);
	});

	it('is given up at once when it is refused for good', async () => {
		const id = await staffIn(db, 'refused@council.example');
		await ask({ to: { kind: 'staff', id }, what: 'backup failed' });
		answers = [{ kind: 'refused', because: 'the mail server answered 550 to RCPT TO' }];
		expect(await sendDue(outbox())).toMatchObject({ dead: 1 });
		expect(await rows()).toMatchObject([{ state: 'dead', attempts: 1 }]);
	});

	it('does not let a channel that is down hold up another, and lets it rest', async () => {
		const lead = await staffIn(db, 'many@council.example');
		for (let n = 0; n < 40; n += 1) await ask({ to: { kind: 'staff', id: lead }, what: 'concern waiting' });
		const { youngPersonId } = await otter({ ...EMAIL, way: 'text', address: '07700900123' });
		minutesLater(1);
		await message(youngPersonId);
		let tried = 0;
		const down: Channel = {
			name: 'mail',
			send: () => Promise.resolve({ kind: 'not yet', because: `down ${(tried += 1)}` })
		};
		const figures = await sendDue(outbox({ channels: { email: down, text: channel('texts') } }));
		expect(figures).toMatchObject({ sent: 1, waiting: 40, dead: 0 });
		expect(tried).toBeLessThanOrEqual(12);
		const untried = (await rows()).filter(({ attempts, state }) => attempts === 0 && state === 'waiting');
		expect(untried.length).toBe(40 - tried);
	});

	it('gives a channel that takes one at a time one at a time, and begins none before', async () => {
		const id = await staffIn(db, 'turn@council.example');
		for (let n = 0; n < 5; n += 1) await ask({ to: { kind: 'staff', id }, what: 'concern waiting' });
		const begun: number[] = [];
		const slow: Channel = {
			name: 'mail',
			oneAtATime: true,
			send: async () => {
				begun.push((await rows()).filter(({ state }) => state === 'sending').length);
				return { kind: 'sent' };
			}
		};
		await sendDue(outbox({ channels: { email: slow } }));
		expect(begun).toEqual([1, 1, 1, 1, 1]);
	});

	it('goes on with the rest when one cannot even be read', async () => {
		const broken = await otter();
		destroyOwner(keyring, broken.youngPersonId);
		const whole = await otter();
		for (const { youngPersonId } of [broken, whole]) await message(youngPersonId);
		expect(await sendDue(outbox())).toMatchObject({ sent: 1, waiting: 1 });
		for (let n = 0; n < 9; n += 1) {
			now = new Date(now.getTime() + 7 * 3_600_000 * 4);
			await sendDue(outbox());
		}
		const [row] = (await rows()).filter(({ recipient_id }) => recipient_id === broken.youngPersonId);
		expect(row).toMatchObject({ state: 'dead', attempts: 10 });
	});

	it('is taken over when its sender died, said to have been tried, and not ended by the first any more', async () => {
		const id = await staffIn(db, 'taken@council.example');
		await ask({ to: { kind: 'staff', id }, what: 'concern waiting' });
		const [dead] = await claimDue(db, 'dead', now);
		if (!dead) throw new Error('it was due');
		expect(await sendDue(outbox())).toMatchObject({ sent: 0 });
		minutesLater(2);
		expect(await sendDue(outbox())).toMatchObject({ sent: 1 });
		expect(await end(db, dead, { state: 'dead', because: 'too late', tries: 1 }, now)).toBe(false);
		expect(await rows()).toMatchObject([{ state: 'sent' }]);
	});

	it('is sent once when two senders look at the same moment', async () => {
		const id = await staffIn(db, 'two@council.example');
		for (let n = 0; n < 30; n += 1) await ask({ to: { kind: 'staff', id }, what: 'concern waiting' });
		await Promise.all([sendDue(outbox()), sendDue(outbox({ who: 'another' }))]);
		expect(sent).toHaveLength(30);
		expect(new Set(sent.map((one) => one.id)).size).toBe(30);
	});
});
