import { beforeAll, expect, it } from 'vitest';
import { collectComments, openComment } from '#lib/comments/collecting.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { unpad } from '#lib/secrets/envelope.ts';
import { openSealed } from '#lib/secrets/sealing.server.ts';
import { MOST_COMMENTS } from '#lib/surveys/question.ts';
import { destroyWaveKeys, drawWaveKeys, waveKeys } from '#lib/waves/wave-keys.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import {
	answered,
	beforeTransactions,
	openWaveOf,
	passingKeyring,
	send,
	TODAY,
	visitOf
} from '../../../tests/open-wave.ts';
import { ballotContext, receiptsOf, submitBallot, type Submitted } from './ballots.server.ts';
import type { Code } from '#lib/secrets/code.ts';
import { keepPage, readDraft } from './drafts.server.ts';
import { keepWithPictures } from './returning.server.ts';

const today = () => TODAY;

onEveryEngine('sending answers', (open, engine) => {
	// Each of them seals eight times, so the many are sent where the most councils are.
	const MANY = engine === 'SQLite' ? 50 : 10;
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	async function aWave(count = 1) {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, count);
		const ballots = () => db.selectFrom('ballot').selectAll().where('wave_id', '=', wave.id).execute();
		return { keyring, wave, codes, code: codes[0] as Code, ballots };
	}
	const kinds = (all: Submitted[]) => all.map(({ kind }) => kind).sort();

	it('is told "in" however often the same visit sends, with the same comments, and counts once', async () => {
		const { keyring, wave, code, ballots } = await aWave();
		const visit = await answered(db, visitOf(wave, code), { q1: 'a' }, { w1: 'One', w2: 'Two' });
		const noted = { ...visit, comments: ['w1', 'w2'] };
		const all = await Promise.all(Array.from({ length: MANY }, () => submitBallot(db, keyring, noted, today)));
		expect(new Set(all.map((one) => JSON.stringify(one)))).toEqual(
			new Set([JSON.stringify({ kind: 'in', comments: ['w1', 'w2'] })])
		);
		expect(await submitBallot(db, keyring, noted, today)).toEqual({ kind: 'in', comments: ['w1', 'w2'] });
		expect(await ballots()).toHaveLength(1);
		expect(receiptsOf(noted, noted.comments)).toEqual(receiptsOf(visit, ['w1', 'w2']));
	});

	it('counts one of two visits that send with one code at the same moment, and tells the other', async () => {
		const { keyring, wave, code, ballots } = await aWave();
		const one = await answered(db, visitOf(wave, code), { q1: 'a' });
		const other = await answered(db, visitOf(wave, code), { q1: 'b' });
		const sending = Array.from({ length: MANY }, (_, n) => submitBallot(db, keyring, n % 2 ? one : other, today));
		const all = kinds(await Promise.all(sending));
		expect(all.filter((kind) => kind === 'in')).toHaveLength(MANY / 2);
		expect(all.filter((kind) => kind === 'answers are in')).toHaveLength(MANY / 2);
		expect(await ballots()).toHaveLength(1);
	});

	it('leaves a ballot and seven pieces of one size whatever was said, and no draft', async () => {
		const { keyring, wave, codes, ballots } = await aWave(3);
		const day = '2027-02-20';
		const much = Object.fromEntries(Array.from({ length: MOST_COMMENTS }, (_, n) => [`w${n}`, '🦊'.repeat(2000)]));
		const [silent, short, long] = codes as [Code, Code, Code];
		await send(db, keyring, { wave, code: silent, today: day }, {});
		await send(db, keyring, { wave, code: short, today: day }, { q1: 'a' }, { w1: 'Hi' });
		await send(db, keyring, { wave, code: long, today: day }, { q1: 'x'.repeat(2000) }, much);
		expect(new Set((await ballots()).map(({ sealed }) => sealed.length)).size).toBe(1);
		const pieces = await db.selectFrom('comment_piece').select('sealed').where('day', '=', day).execute();
		expect(pieces).toHaveLength(3 * MOST_COMMENTS);
		expect(new Set(pieces.map(({ sealed }) => sealed.length)).size).toBe(1);
		expect(await db.selectFrom('draft').selectAll().where('wave_id', '=', wave.id).execute()).toEqual([]);
	});

	it('takes away the draft that pictures would find, also when another visit sends', async () => {
		const { keyring, wave, code } = await aWave();
		const kept = await keepWithPictures(db, keyring, visitOf(wave, code), ['sun', 'cat', 'key']);
		if (kept.kind !== 'begun') throw new Error(kept.kind);
		await send(db, keyring, { wave, code }, { q1: 'a' });
		expect(await readDraft(db, kept.visit.draft, 'answers')).toBeNull();
	});

	it('is refused once the wave has closed, with the code unspent', async () => {
		const { keyring, wave, code, ballots } = await aWave();
		const visit = await answered(db, visitOf(wave, code), { q1: 'a' });
		await db.updateTable('wave').set({ status: 'closing' }).where('id', '=', wave.id).execute();
		expect(await submitBallot(db, keyring, visit, today)).toEqual({ kind: 'closed' });
		expect(await ballots()).toEqual([]);
		const { spent_by } = await db
			.selectFrom('survey_code')
			.select('spent_by')
			.where('selector', '=', code.selector)
			.executeTakeFirstOrThrow();
		expect(spent_by).toBeNull();
	});

	it('is refused without the wave’s key, also later on a day that was proved, and the draft stays', async () => {
		const { keyring, wave, codes, ballots } = await aWave(2);
		const [first, second] = codes as [Code, Code];
		expect((await send(db, keyring, { wave, code: first }, { q1: 'a' })).kind).toBe('in');
		const visit = await answered(db, visitOf(wave, second), { q1: 'b' });
		destroyWaveKeys(keyring, wave.id);
		expect(await submitBallot(db, keyring, visit, today)).toEqual({ kind: 'cannot take answers' });
		expect(await ballots()).toHaveLength(1);
		expect(await readDraft(db, visit.draft, 'answers')).toMatchObject({ answers: { q1: 'b' } });
	});

	it('is not sealed to a key that somebody has put into the database', async () => {
		const { keyring, wave, code, ballots } = await aWave();
		const visit = await answered(db, visitOf(wave, code), { q1: 'a' });
		const theirs = await drawWaveKeys(wave.id);
		const planted = { public_key: theirs.publicKey, test_seal: theirs.testSeal };
		for (const set of [{ public_key: theirs.publicKey }, planted]) {
			await db.updateTable('wave').set(set).where('id', '=', wave.id).execute();
			expect(await submitBallot(db, keyring, visit, today)).toEqual({ kind: 'cannot take answers' });
		}
		expect(await ballots()).toEqual([]);
		expect(await readDraft(db, visit.draft, 'answers')).toMatchObject({ answers: { q1: 'a' } });
	});

	it('says when the draft is gone', async () => {
		const { keyring, wave, code, ballots } = await aWave();
		const visit = await answered(db, visitOf(wave, code), { q1: 'a' });
		await db.deleteFrom('draft').where('id', '=', visit.draft.id).execute();
		expect(await submitBallot(db, keyring, visit, today)).toEqual({ kind: 'draft is gone' });
		expect(await ballots()).toEqual([]);
	});

	it('loses nothing when midnight passes and the day is collected between sealing and storing', async () => {
		const { keyring, wave, codes, ballots } = await aWave(2);
		const [early, late] = codes as [Code, Code];
		const day = '2027-02-10';
		await send(db, keyring, { wave, code: early, today: day }, {}, { w1: 'Before midnight' });
		const visit = await answered(db, visitOf(wave, late), { q1: 'a' }, { w1: 'At midnight' });
		// The day is collected as soon as this submission has sealed to its key: after its draft was read, before it writes.
		let asked = 0;
		const watched = beforeTransactions(db, async () => {
			if ((asked += 1) === 1) await collectComments(db, keyring, '2027-02-11');
		});
		const days = ['2027-02-10', '2027-02-11'];
		expect(await submitBallot(watched, keyring, visit, () => days.shift() ?? '')).toMatchObject({ kind: 'in' });
		expect(asked).toBe(2);
		expect(await ballots()).toHaveLength(2);
		await collectComments(db, keyring, '2027-02-12');
		const comments = await db.selectFrom('comment').selectAll().where('wave_id', '=', wave.id).execute();
		const texts = comments.map(({ id, day: on, sealed }) => `${on} ${openComment(keyring, { id, sealed })}`);
		expect(texts.sort()).toEqual(['2027-02-10 Before midnight', '2027-02-11 At midnight']);
	});

	it('keeps what another tab keeps while the answers are on their way', async () => {
		const { keyring, wave, code, ballots } = await aWave();
		const visit = await answered(db, visitOf(wave, code), { q1: 'a' });
		let once = false;
		const watched = beforeTransactions(db, async () => {
			if (once) return;
			once = true;
			expect(await keepPage(db, visit, { page: 'p2', answers: { q2: 'b' }, words: {} })).not.toBeNull();
		});
		expect(await submitBallot(watched, keyring, visit, today)).toMatchObject({ kind: 'in' });
		expect(once).toBe(true);
		const [ballot] = await ballots();
		const key = waveKeys(keyring, wave.id)?.privateKey ?? Buffer.alloc(32);
		const plain = await openSealed(key, ballot?.sealed ?? '', ballotContext(wave.id));
		const content: unknown = JSON.parse(unpad(plain ?? Buffer.alloc(4)).toString());
		expect(content).toEqual({ version: '11-17', answers: { q1: 'a', q2: 'b' } });
	});
});
