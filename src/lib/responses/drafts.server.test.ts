import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { waveKeys } from '#lib/waves/wave-keys.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { answered, openWaveOf, passingKeyring, visitOf } from '../../../tests/open-wave.ts';
import type { Code } from '#lib/secrets/code.ts';
import { keptDraftId, keptDraftKey } from './draft.ts';
import { keepPage, readDraft } from './drafts.server.ts';
import type { PageAnswers } from './keeping.ts';
import { pickedPictures } from './picture.ts';
import { comeBack, keepWithPictures, mayBegin, startInOneGo } from './returning.server.ts';

const SUN_CAT_KEY = pickedPictures(['sun', 'cat', 'key']) ?? [];
const OTHERS = pickedPictures(['moon', 'cat', 'key']) ?? [];

const said = (page: string, answers: PageAnswers['answers'], words: PageAnswers['words'] = {}) => ({
	page,
	answers,
	words
});

onEveryEngine('a draft', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	async function aVisit() {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 2);
		return { keyring, wave, code: codes[0] as Code, codes, visit: visitOf(wave, codes[0] as Code) };
	}

	async function keptVisit() {
		const { keyring, wave, code, visit } = await aVisit();
		const begun = await keepWithPictures(db, keyring, visit, SUN_CAT_KEY);
		if (begun.kind !== 'begun') throw new Error(begun.kind);
		await keepPage(db, begun.visit, said('p1', { q1: 'a' }, { w1: { text: 'Hello', mayQuote: true } }));
		return { keyring, wave, code, begun: begun.visit };
	}

	it('comes back to its code with the same three pictures, in whatever order they are ticked', async () => {
		const { keyring, wave, code } = await keptVisit();
		for (const ticked of [
			['key', 'sun', 'cat'],
			['cat', 'key', 'sun']
		]) {
			const back = await comeBack(db, keyring, visitOf(wave, code), pickedPictures(ticked) ?? []);
			if (back.kind !== 'begun') throw new Error(back.kind);
			expect(back.visit.kept).toBe(true);
			expect(await readDraft(db, back.visit.draft, 'answers')).toMatchObject({ answers: { q1: 'a' } });
			expect(await readDraft(db, back.visit.draft, 'words')).toEqual({ words: { w1: 'Hello' }, quote: ['w1'] });
		}
	});

	it('is not read by the card and the database alone, nor with other pictures, nor with another code', async () => {
		const { keyring, wave, code } = await keptVisit();
		const secret = waveKeys(keyring, wave.id)?.secret ?? Buffer.alloc(32);
		const flat = code.selector + code.verifier;
		const id = keptDraftId(secret, flat);
		expect(await readDraft(db, { id, key: keptDraftKey(secret, flat, SUN_CAT_KEY) }, 'answers')).not.toBeNull();
		for (const key of [
			keptDraftKey(secret, flat, []),
			keptDraftKey(secret, flat, OTHERS),
			keptDraftKey(Buffer.alloc(32), flat, SUN_CAT_KEY),
			keptDraftKey(secret, `${flat.slice(0, 15)}0`, SUN_CAT_KEY)
		]) {
			if (key === keptDraftKey(secret, flat, SUN_CAT_KEY)) continue;
			expect(await readDraft(db, { id, key }, 'answers')).toBeNull();
		}
		expect((await comeBack(db, keyring, visitOf(wave, code), OTHERS)).kind).toBe('other pictures');
		const stored = JSON.stringify(await db.selectFrom('draft').selectAll().execute());
		for (const trace of [code.selector, code.verifier, 'sun']) expect(stored).not.toContain(`"${trace}`);
	});

	it('lets pictures be tried five times in ten minutes, and again after that', async () => {
		const { keyring, wave, code } = await keptVisit();
		let now = 50_000;
		const back = (pictures: typeof SUN_CAT_KEY) => comeBack(db, keyring, visitOf(wave, code), pictures, () => now);
		for (let tries = 0; tries < 5; tries += 1) expect((await back(OTHERS)).kind).toBe('other pictures');
		expect(await back(SUN_CAT_KEY)).toEqual({ kind: 'wait', seconds: 600 });
		now += 600_000;
		expect((await back(SUN_CAT_KEY)).kind).toBe('begun');
	});

	it('is begun at most twenty times an hour with one card, and never once the wave has closed', async () => {
		const { keyring, wave, visit } = await aVisit();
		const at = (now: number) => mayBegin(db, keyring, visit, () => now);
		for (let times = 0; times < 20; times += 1) expect((await at(1000)).kind).toBe('yes');
		expect(await at(1000)).toEqual({ kind: 'wait', seconds: 3600 });
		expect((await at(3_602_000)).kind).toBe('yes');
		await db.updateTable('wave').set({ status: 'closing' }).where('id', '=', wave.id).execute();
		expect((await at(9_999_000)).kind).toBe('closed');
	});

	it('cannot be tried for ever: after twenty wrong tries it is shut, and only starting afresh helps', async () => {
		const { keyring, wave, code } = await keptVisit();
		let now = 50_000;
		const back = (pictures: typeof SUN_CAT_KEY) => comeBack(db, keyring, visitOf(wave, code), pictures, () => now);
		for (let tries = 0; tries < 20; tries += 1, now += 600_000)
			expect((await back(OTHERS)).kind).toBe('other pictures');
		expect(await back(SUN_CAT_KEY)).toEqual({ kind: 'shut' });
		expect((await keepWithPictures(db, keyring, visitOf(wave, code), OTHERS)).kind).toBe('begun');
		now += 600_000;
		expect((await back(OTHERS)).kind).toBe('begun');
	});

	it('is replaced by starting afresh with other pictures, and the old ones find nothing', async () => {
		const { keyring, wave, code } = await keptVisit();
		const afresh = await keepWithPictures(db, keyring, visitOf(wave, code), OTHERS);
		if (afresh.kind !== 'begun') throw new Error(afresh.kind);
		expect(await readDraft(db, afresh.visit.draft, 'answers')).toEqual({ done: {}, answers: {} });
		expect((await comeBack(db, keyring, visitOf(wave, code), SUN_CAT_KEY)).kind).toBe('other pictures');
	});

	it('moves whole to where pictures find it, and leaves nothing where it was', async () => {
		const { keyring, wave, code, visit } = await aVisit();
		const begun = await answered(db, visit, { q1: ['a', 'b'] }, { w1: 'Hello' });
		const kept = await keepWithPictures(db, keyring, begun, SUN_CAT_KEY);
		expect(kept.kind).toBe('begun');
		expect(await readDraft(db, begun.draft, 'answers')).toBeNull();
		const back = await comeBack(db, keyring, visitOf(wave, code), SUN_CAT_KEY);
		if (back.kind !== 'begun') throw new Error(back.kind);
		expect(await readDraft(db, back.visit.draft, 'answers')).toMatchObject({ answers: { q1: ['a', 'b'] } });
		expect(await readDraft(db, back.visit.draft, 'words')).toMatchObject({ words: { w1: 'Hello' } });
		expect(await db.selectFrom('draft').selectAll().where('wave_id', '=', wave.id).execute()).toHaveLength(2);
	});

	it('says when it is gone instead of making one up', async () => {
		const { keyring, wave, code, visit } = await aVisit();
		expect((await comeBack(db, keyring, visitOf(wave, code), SUN_CAT_KEY)).kind).toBe('gone');
		const begun = await startInOneGo(db, visit);
		await db.deleteFrom('draft').where('id', '=', begun.draft.id).execute();
		expect(await keepPage(db, begun, said('p1', { q1: 'a' }))).toBeNull();
		expect(await keepPage(db, begun, said('p1', {}, { w1: null }))).toBeNull();
		expect((await keepWithPictures(db, keyring, begun, SUN_CAT_KEY)).kind).toBe('gone');
	});

	it('keeps every page of many tabs that write at the same moment', async () => {
		const { visit } = await aVisit();
		const begun = await startInOneGo(db, visit);
		const pages = Array.from({ length: 20 }, (_, n) => `p${n}`);
		const kept = pages.map((page, n) =>
			keepPage(
				db,
				begun,
				said(page, { [`q${n}`]: `a${n}` }, n < 7 ? { [`w${n}`]: { text: `t${n}`, mayQuote: true } } : {})
			)
		);
		expect(await Promise.all(kept)).not.toContain(null);
		const answers = await readDraft(db, begun.draft, 'answers');
		expect(Object.keys(answers?.done ?? {}).sort()).toEqual([...pages].sort());
		expect(answers?.answers).toEqual(Object.fromEntries(pages.map((_, n) => [`q${n}`, `a${n}`])));
		const words = await readDraft(db, begun.draft, 'words');
		expect(Object.keys(words?.words ?? {}).sort()).toEqual(['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6']);
		expect(words?.quote).toHaveLength(7);
	});

	it('has rows of one size whatever is in it', async () => {
		const { wave, visit } = await aVisit();
		const begun = await startInOneGo(db, visit);
		const sizes = async () =>
			(await db.selectFrom('draft').select(['part', 'sealed']).where('wave_id', '=', wave.id).execute())
				.map(({ part, sealed }) => `${part} ${sealed.length}`)
				.sort();
		const empty = await sizes();
		const words = Object.fromEntries(
			Array.from({ length: 7 }, (_, n) => [`w${n}`, { text: '🦊'.repeat(2000), mayQuote: true }])
		);
		expect(await keepPage(db, begun, said('p1', { q1: 'x'.repeat(2500) }, words))).not.toBeNull();
		expect(await sizes()).toEqual(empty);
	});
});
