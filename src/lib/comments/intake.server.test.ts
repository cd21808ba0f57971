import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { receiptsOf, submitBallot } from '#lib/responses/ballots.server.ts';
import type { Code } from '#lib/secrets/code.ts';
import { keyedHash } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Wave } from '#lib/waves/waves.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { answered, beforeTransactions, openWaveOf, passingKeyring, send, visitOf } from '../../../tests/open-wave.ts';
import { collectComments, RECEIPT_KEY, openComment } from './collecting.server.ts';

const MONDAY = '2027-03-01';
const TUESDAY = '2027-03-02';
const WEDNESDAY = '2027-03-03';

onEveryEngine('the intake of comments', (open) => {
	let db: Database;
	let keyring: Keyring;
	let wave: Wave;
	let codes: Code[];
	let opened: Awaited<ReturnType<typeof open>> | undefined;
	beforeEach(async () => {
		opened ??= await open();
		db = opened.db;
		for (const table of ['comment', 'comment_piece', 'intake_day'] as const) await db.deleteFrom(table).execute();
		keyring = passingKeyring();
		({ wave, codes } = await openWaveOf(db, keyring, 12));
	});

	const nextCode = () => codes.pop() as Code;
	const say = (today: string, words: Record<string, string>) =>
		send(db, keyring, { wave, code: nextCode(), today }, { q1: 'a' }, words);
	const pieces = () => db.selectFrom('comment_piece').selectAll().execute();
	const comments = () => db.selectFrom('comment').selectAll().execute();
	const read = async () =>
		(await comments()).map(({ id, day, sealed }) => `${day} ${openComment(keyring, { id, sealed })}`).sort();

	it('collects a day once it is over and never before', async () => {
		await say(MONDAY, { w1: 'First' });
		expect(await collectComments(db, keyring, MONDAY)).toBe(0);
		expect(await comments()).toEqual([]);
		expect(await pieces()).toHaveLength(7);
		expect(await collectComments(db, keyring, TUESDAY)).toBe(1);
		expect(await pieces()).toEqual([]);
		expect(await collectComments(db, keyring, TUESDAY)).toBe(0);
		expect(await read()).toEqual([`${MONDAY} First`]);
	});

	it('keeps with each comment what its readers need and nothing of who wrote it', async () => {
		await say(MONDAY, { w1: 'Readable only with the key' });
		await collectComments(db, keyring, TUESDAY);
		const [comment] = await comments();
		expect(comment).toMatchObject({
			wave_id: wave.id,
			version: '11-17',
			question: 'w1',
			day: MONDAY,
			language: 'en',
			may_quote: 1
		});
		expect(JSON.stringify(comment)).not.toContain('Readable');
		expect(Object.keys(comment ?? {}).sort()).toEqual(
			['day', 'id', 'language', 'may_quote', 'question', 'receipt', 'sealed', 'version', 'wave_id'].sort()
		);
	});

	it('leaves no row for a box that was left empty', async () => {
		await say(MONDAY, {});
		await say(MONDAY, { w3: 'One' });
		expect(await pieces()).toHaveLength(14);
		expect(await collectComments(db, keyring, TUESDAY)).toBe(1);
		expect(await comments()).toHaveLength(1);
	});

	it('destroys the day’s key, and pieces that somebody copied do not open any more', async () => {
		await say(MONDAY, { w1: 'First' });
		await say(TUESDAY, { w1: 'Second' });
		expect(keyring.list('intake')).toHaveLength(2);
		await collectComments(db, keyring, TUESDAY);
		expect(keyring.list('intake').map((name) => name.slice(0, 'intake/2027-03-02'.length))).toEqual([
			`intake/${TUESDAY}`
		]);
		expect((await db.selectFrom('intake_day').select('day').execute()).map(({ day }) => day)).toEqual([TUESDAY]);
	});

	it('stores comments in an order that is not the order they came in', async () => {
		const said = Array.from({ length: 7 }, (_, n) => `Comment ${n}`);
		const orders = new Set<string>();
		for (let round = 0; round < 3; round += 1) {
			const day = `2027-01-0${round + 1}`;
			await say(day, Object.fromEntries(said.map((text, n) => [`w${n}`, text])));
			await collectComments(db, keyring, MONDAY);
			const rows = await db.selectFrom('comment').selectAll().where('day', '=', day).execute();
			const texts = rows.map(({ id, sealed }) => openComment(keyring, { id, sealed }));
			expect([...texts].sort()).toEqual(said);
			orders.add(texts.join());
		}
		// Seven comments stay in order once in 5040 rounds.
		expect(orders.size).toBeGreaterThan(1);
	});

	it('knows each comment by the words that the thank-you page showed, each by its own', async () => {
		const visit = await answered(db, visitOf(wave, nextCode()), {}, { w1: 'One', w2: 'Two' });
		const sent = await submitBallot(db, keyring, visit, () => MONDAY);
		const shown = receiptsOf(visit, sent.kind === 'in' ? sent.comments : []);
		await collectComments(db, keyring, TUESDAY);
		const key = keyring.get(RECEIPT_KEY) ?? Buffer.alloc(0);
		expect(shown).toHaveLength(2);
		for (const { question, words } of shown) {
			expect(words).toMatch(/^([a-z]{3,8} ){3}[a-z]{3,8}$/);
			const row = (await comments()).find(({ receipt }) => receipt === keyedHash(key, words));
			expect(row?.question).toBe(question);
		}
		expect(shown[0]?.words).not.toBe(shown[1]?.words);
	});

	it('stores a day once when two servers collect it at the same moment', async () => {
		await say(MONDAY, { w1: 'First', w2: 'Second' });
		await Promise.allSettled([1, 2].map(() => collectComments(db, keyring, TUESDAY)));
		await collectComments(db, keyring, TUESDAY);
		expect(await read()).toEqual([`${MONDAY} First`, `${MONDAY} Second`]);
		expect(keyring.list('intake')).toEqual([]);
	});

	it('loses nothing when a collector is overtaken after it has opened everything', async () => {
		await say(MONDAY, { w1: 'First' });
		let overtaken = false;
		const slow = beforeTransactions(db, async () => {
			if (overtaken) return;
			overtaken = true;
			await collectComments(db, keyring, TUESDAY);
		});
		await collectComments(slow, keyring, TUESDAY).catch(() => undefined);
		expect(await read()).toEqual([`${MONDAY} First`]);
	});

	it('destroys a key that a crash has left behind after the commit', async () => {
		await say(MONDAY, { w1: 'First' });
		const name = keyring.list('intake')[0] ?? '';
		const key = keyring.get(name) ?? Buffer.alloc(0);
		await collectComments(db, keyring, TUESDAY);
		keyring.put(name, key);
		await collectComments(db, keyring, TUESDAY);
		expect(keyring.list('intake')).toEqual([]);
		expect(await read()).toEqual([`${MONDAY} First`]);
	});

	it('takes no words that could never be read, and keeps the draft until they can', async () => {
		await say(MONDAY, { w1: 'First' });
		const visit = await answered(db, visitOf(wave, nextCode()), {}, { w1: 'Second' });
		keyring.destroy(keyring.list('intake')[0] ?? '');
		expect(await submitBallot(db, keyring, visit, () => MONDAY)).toEqual({ kind: 'cannot take answers' });
		expect(await submitBallot(db, keyring, visit, () => TUESDAY)).toMatchObject({ kind: 'in' });
		await collectComments(db, keyring, WEDNESDAY).catch(() => undefined);
		expect(await read()).toEqual([`${TUESDAY} Second`]);
	});

	it('keeps sealed what it cannot open, says so, and still collects the other days', async () => {
		await say(MONDAY, { w1: 'Lost' });
		keyring.destroy(keyring.list('intake')[0] ?? '');
		await say(TUESDAY, { w1: 'Found' });
		await expect(collectComments(db, keyring, WEDNESDAY)).rejects.toThrow(`${MONDAY} is lost`);
		expect(await read()).toEqual([`${TUESDAY} Found`]);
		expect(await pieces()).toHaveLength(7);
		expect(keyring.list('intake')).toEqual([]);
	});
});
