import { beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { staffMember } from '../../../tests/accounts.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { HEADS, wav } from '../../../tests/data/sounds.ts';
import { MOST_BYTES } from './recording.ts';
import { addRecording, recordedOf, recordingsIn, removeRecording, soundOf } from './recordings.server.ts';
import { allTexts, textsOf } from './texts.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const LATER = new Date('2027-03-02T10:00:00Z');
const question = textsOf('8-10', 'en')[0] ?? '';
const LANGUAGE = 'en';

onEveryEngine('recordings', (open) => {
	let db: Database;
	let olu: SignedIn;
	let ann: SignedIn;
	let iro: SignedIn;
	const add = (actor: SignedIn, text: string, sound = wav(), now = NOW) =>
		addRecording(db, actor, { text, language: LANGUAGE, sound }, now);
	const events = () =>
		db.selectFrom('audit_event').select(['what', 'subject_id', 'actor_name']).orderBy('place').execute();
	const rows = () => db.selectFrom('recording').select(['id', 'words', 'type', 'bytes']).execute();

	beforeAll(async () => {
		({ db } = await open());
		olu = await staffMember(db, ['participation officer'], 'Olu Officer');
		ann = await staffMember(db, ['administrator'], 'Ann Other');
		iro = await staffMember(db, ['IRO', 'safeguarding lead', 'social worker']);
	});

	it('are added by participation officers and administrators alone', async () => {
		expect(await add(iro, question)).toEqual({ kind: 'not allowed' });
		expect(await removeRecording(db, iro, 'any', NOW)).toEqual({ kind: 'not allowed' });
		expect(await recordingsIn(db, iro, LANGUAGE)).toEqual([]);
		expect(await rows()).toEqual([]);
		const added = await add(olu, question);
		expect(added).toEqual({ kind: 'added', id: expect.any(String) });
		const id = added.kind === 'added' ? added.id : '';
		expect(await events()).toEqual([{ what: 'recording added', subject_id: id, actor_name: 'Olu Officer' }]);
		expect(await soundOf(db, id)).toEqual({ type: 'audio/wav', sound: wav() });
	});

	it('leave everything as it was when a sound cannot be taken', async () => {
		const before = await rows();
		const big = new Uint8Array(MOST_BYTES + 1);
		big.set(wav());
		expect(await add(olu, question, big)).toEqual({ kind: 'refused', reason: 'too big' });
		expect(await add(olu, question, HEADS.page)).toEqual({ kind: 'refused', reason: 'wrong kind' });
		expect(await add(olu, question, new Uint8Array())).toEqual({ kind: 'refused', reason: 'empty' });
		expect(await add(olu, 'Something nobody is asked.')).toEqual({ kind: 'refused', reason: 'not asked' });
		expect(await rows()).toEqual(before);
		expect(await events()).toHaveLength(1);
	});

	it('are found by their text, in one language, and silent for changed words', async () => {
		const [row] = await rows();
		expect(await recordedOf(db, [question, 'Next', 'toString'], LANGUAGE)).toEqual({ [question]: row?.id });
		expect(await recordedOf(db, [`${question} Really?`], LANGUAGE)).toEqual({});
		expect(await recordedOf(db, [question], 'cy' as 'en')).toEqual({});
		expect(await recordedOf(db, [], LANGUAGE)).toEqual({});
		const many = [...Array.from({ length: 1200 }, (_, n) => `Text ${n}`), question];
		expect(await recordedOf(db, many, LANGUAGE)).toEqual({ [question]: row?.id });
	});

	it('give way to a newer one, which has an address of its own', async () => {
		const [old] = await rows();
		const replaced = await add(ann, question, wav(0.5), LATER);
		expect(replaced).toEqual({ kind: 'replaced', id: expect.any(String) });
		expect(await rows()).toEqual([
			{ id: expect.not.stringMatching(old?.id ?? ''), words: question, type: 'audio/wav', bytes: wav(0.5).length }
		]);
		expect(await soundOf(db, old?.id ?? '')).toBeNull();
		expect(await recordingsIn(db, olu, LANGUAGE)).toMatchObject([{ words: question, at: LATER, by: 'Ann Other' }]);
	});

	it('added for one text by two at once leave one', async () => {
		const texts = allTexts(LANGUAGE);
		const text = texts.at(-1) ?? '';
		const both = await Promise.all([add(olu, text), add(ann, text)]);
		expect(both.map(({ kind }) => kind)).not.toContain('refused');
		expect((await rows()).filter(({ words }) => words === text)).toHaveLength(1);
	});

	it('are removed once, with a line in the record', async () => {
		const [{ id = '' } = {}] = (await rows()).filter(({ words }) => words === question);
		expect(await removeRecording(db, olu, id, LATER)).toEqual({ kind: 'removed', words: question });
		expect(await removeRecording(db, olu, id, LATER)).toEqual({ kind: 'not found' });
		expect(await soundOf(db, id)).toBeNull();
		expect(await recordedOf(db, [question], LANGUAGE)).toEqual({});
		expect((await events()).filter(({ what }) => what === 'recording removed')).toEqual([
			{ what: 'recording removed', subject_id: id, actor_name: 'Olu Officer' }
		]);
	});
});
