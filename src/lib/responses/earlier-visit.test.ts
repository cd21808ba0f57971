import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { openWaveOf, passingKeyring, visitOf } from '../../../tests/open-wave.ts';
import type { Code } from '#lib/secrets/code.ts';
import { isHidden } from './draft.ts';
import { keepPage, readDraft } from './drafts.server.ts';
import type { PageAnswers } from './keeping.ts';
import { pickedPictures, PICTURES } from './picture.ts';
import { comeBack, keepWithPictures } from './returning.server.ts';

const SUN_CAT_KEY = pickedPictures(['sun', 'cat', 'key']) ?? [];

const said = (page: string, answers: PageAnswers['answers'], words: PageAnswers['words'] = {}) => ({
	page,
	answers,
	words
});

onEveryEngine('what an earlier visit answered', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	async function secondVisit() {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 1);
		const code = codes[0] as Code;
		const first = await keepWithPictures(db, keyring, visitOf(wave, code), SUN_CAT_KEY);
		if (first.kind !== 'begun') throw new Error(first.kind);
		const words = { w1: { text: 'Before', mayQuote: true }, w2: { text: 'Also before', mayQuote: false } };
		await keepPage(db, first.visit, said('p1', { q1: 'a', q2: 'b' }, words));
		const back = await comeBack(db, keyring, visitOf(wave, code), SUN_CAT_KEY);
		if (back.kind !== 'begun') throw new Error(back.kind);
		const read = async () => ({
			...(await readDraft(db, back.visit.draft, 'answers')),
			...(await readDraft(db, back.visit.draft, 'words'))
		});
		return { first: first.visit, second: back.visit, read };
	}

	it('is hidden from the next visit and not from its own', async () => {
		const { first, second } = await secondVisit();
		const draft = await readDraft(db, second.draft, 'answers');
		expect(isHidden(draft, 'p1', second.tag)).toBe(true);
		expect(isHidden(draft, 'p1', first.tag)).toBe(false);
		expect(isHidden(draft, 'p2', second.tag)).toBe(false);
	});

	it('stays when its page is left empty, and stays hidden', async () => {
		const { second, read } = await secondVisit();
		await keepPage(db, second, said('p1', { q1: null, q2: null }, { w1: null, w2: null }));
		expect(await read()).toMatchObject({
			answers: { q1: 'a', q2: 'b' },
			words: { w1: 'Before', w2: 'Also before' },
			quote: ['w1']
		});
		expect(isHidden(await readDraft(db, second.draft, 'answers'), 'p1', second.tag)).toBe(true);
	});

	it('is replaced by what is answered now, and the page stays hidden while some of it is from before', async () => {
		const { second, read } = await secondVisit();
		const hidden = async () => isHidden(await readDraft(db, second.draft, 'answers'), 'p1', second.tag);
		await keepPage(db, second, said('p1', { q1: 'c', q2: null }, { w1: { text: 'Now', mayQuote: false }, w2: null }));
		expect(await read()).toMatchObject({
			answers: { q1: 'c', q2: 'b' },
			words: { w1: 'Now', w2: 'Also before' },
			quote: []
		});
		expect(await hidden()).toBe(true);
		const w2 = { text: 'Now too', mayQuote: false };
		await keepPage(db, second, said('p1', { q1: null, q2: 'd' }, { w1: null, w2 }));
		expect(await hidden()).toBe(true);
		await keepPage(db, second, said('p1', { q1: 'c', q2: 'd' }, { w1: { text: 'Now', mayQuote: false }, w2 }));
		expect(await hidden()).toBe(false);
	});

	it('hides a page that was skipped then as one that was answered, so that trying tells nothing', async () => {
		const { first, second } = await secondVisit();
		await keepPage(db, first, said('p2', { q3: null }, { w3: null }));
		await keepPage(db, second, said('p2', { q3: null }, { w3: null }));
		expect(isHidden(await readDraft(db, second.draft, 'answers'), 'p2', second.tag)).toBe(true);
	});

	it('is cleared when the same visit answers all of its page and then clears it', async () => {
		const { second, read } = await secondVisit();
		const word = { text: 'Now', mayQuote: true };
		await keepPage(db, second, said('p1', { q1: 'c', q2: 'd' }, { w1: word, w2: word }));
		await keepPage(db, second, said('p1', { q1: null, q2: 'd' }, { w1: null, w2: word }));
		const after = await read();
		expect(after.answers).toEqual({ q2: 'd' });
		expect(after.words).toEqual({ w2: 'Now' });
		expect(after.quote).toEqual(['w2']);
	});
});

it('takes exactly three different pictures that are there', () => {
	expect(new Set(PICTURES).size).toBe(24);
	expect(pickedPictures(['key', 'sun', 'cat'])).toEqual(pickedPictures(['sun', 'cat', 'key']));
	for (const wrong of [
		[],
		['sun', 'cat'],
		['sun', 'cat', 'key', 'dog'],
		['sun', 'sun', 'cat'],
		['sun', 'cat', 'lion'],
		['sun', 'cat', 'key', 'lion']
	]) {
		expect(pickedPictures(wrong)).toBeNull();
	}
});
