import { beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { changeBack, changeSettings, changesOf, seenOf } from './changes.server.ts';
import { CLOCK_KEYS } from './clock.ts';
import { councilName } from './council.server.ts';
import { SHIPPED_HELPLINES, type Helpline } from './helplines.ts';
import type { SettingKey, Settings } from './registry.ts';
import { writeSetting } from './setting.server.ts';
import { currentSettings, readSettings } from './settings.server.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const sam: SignedIn = { staffId: 'sam', name: 'Sam Okoro', tenant: 'council', roles: ['administrator'] };
const officer: SignedIn = { ...sam, staffId: 'olu', name: 'Olu', roles: ['participation officer'] };

onEveryEngine('changing settings', (open) => {
	let db: Database;
	const seen = async (...keys: SettingKey[]) => ({ keys, print: seenOf(await readSettings(db), keys) });
	const events = () =>
		db.selectFrom('audit_event').select(['what', 'subject_id', 'actor_name', 'detail']).orderBy('place').execute();

	beforeAll(async () => ({ db } = await open()));

	it('is for administrators', async () => {
		expect(await changeSettings(db, officer, { welcome: 'Hello' }, NOW)).toEqual({ kind: 'not allowed' });
		expect((await readSettings(db)).welcome).toBeNull();
		expect(await changesOf(db, officer, ['welcome'], await readSettings(db))).toEqual([]);
	});

	it('writes what is new and records before and after in one go', async () => {
		const values = { 'council name': ' Harbour  City ', look: 'sea', welcome: null } as const;
		expect(await changeSettings(db, sam, values, NOW)).toEqual({ kind: 'changed', keys: ['council name', 'look'] });
		expect(await councilName(db)).toBe('Harbour City');
		expect(await events()).toEqual([
			{
				what: 'setting changed',
				subject_id: 'council name',
				actor_name: 'Sam Okoro',
				detail: '{"before":"\\"Your council\\"","after":"\\"Harbour City\\""}'
			},
			expect.objectContaining({ subject_id: 'look' })
		]);
	});

	it('writes nothing when nothing changed', async () => {
		expect(await changeSettings(db, sam, { look: 'sea' }, NOW)).toEqual({ kind: 'nothing changed' });
		expect(await events()).toHaveLength(2);
	});

	it('changes all or nothing, and says what is wrong with each', async () => {
		const values = { welcome: 'Hello', 'clock: letter': 99, 'quick exit address': 'http://x' };
		const wrong = await changeSettings(db, sam, values, NOW);
		expect(wrong).toEqual({
			kind: 'wrong',
			faults: {
				'clock: letter': { words: 'Please write a whole number from 1 to 20.', field: null },
				'quick exit address': { words: expect.stringContaining('https://'), field: null }
			}
		});
		expect((await readSettings(db)).welcome).toBeNull();
	});

	it('shows a change in between instead of writing over it', async () => {
		const saw = await seen('welcome', 'who runs this');
		await changeSettings(db, sam, { 'who runs this': 'Theirs' }, NOW, saw);
		const mine = await changeSettings(db, sam, { welcome: 'Mine', 'who runs this': 'Mine' }, NOW, saw);
		expect(mine).toMatchObject({ kind: 'changed in between', settings: { 'who runs this': 'Theirs', welcome: null } });
		expect(await readSettings(db)).toMatchObject({ 'who runs this': 'Theirs', welcome: null });
		// What stands on another page is another matter.
		const other = await seen('districts');
		await changeSettings(db, sam, { welcome: 'Hello' }, NOW);
		expect(await changeSettings(db, sam, { districts: ['Bevois'] }, NOW, other)).toMatchObject({ kind: 'changed' });
	});

	it('lets one of two win who save at the same moment', async () => {
		const saw = await seen(...CLOCK_KEYS);
		const both = await Promise.all(
			[10, 15].map((days) => changeSettings(db, sam, { 'clock: first review': days }, NOW, saw))
		);
		expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'changed in between']);
	});

	it('tells its history, newest first, and changes back', async () => {
		await changeSettings(db, sam, { 'clock: letter': 10 }, later(1000));
		await changeSettings(db, sam, { 'clock: letter': 15 }, later(2000));
		const history = async () => changesOf(db, sam, ['clock: letter'], await readSettings(db));
		const [last, first] = await history();
		expect(last).toMatchObject({
			by: 'Sam Okoro',
			at: later(2000),
			before: '10 working days',
			after: '15 working days',
			back: '10'
		});
		expect(first).toMatchObject({ before: '20 working days', after: '10 working days', back: '20' });
		const saw = await seen('clock: letter');
		const back = { key: 'clock: letter', back: last?.back ?? '' };
		expect(await changeBack(db, officer, back, later(3000), saw)).toEqual({ kind: 'not allowed' });
		expect(await changeBack(db, sam, { key: 'keyring', back: '"x"' }, later(3000), saw)).toMatchObject({
			kind: 'wrong'
		});
		expect(await changeBack(db, sam, { key: 'look', back: '"sky"' }, later(3000), saw)).toMatchObject({
			kind: 'wrong'
		});
		expect(await changeBack(db, sam, back, later(3000), saw)).toMatchObject({ kind: 'changed' });
		expect((await readSettings(db))['clock: letter']).toBe(10);
		expect((await history()).map((one) => one.back)).toEqual(['15', null, '20']);
	});

	it('tells the history of several settings as one, those of one moment in the order of the page, cut at its most', async () => {
		const keys = ['welcome', 'who runs this', 'what happens with answers'] as const;
		const set = (words: string, ms: number) =>
			changeSettings(db, sam, Object.fromEntries(keys.map((key) => [key, words])), later(ms));
		await set('First', 5000);
		await set('Then', 6000);
		await changeSettings(db, sam, { 'what happens with answers': 'Last' }, later(7000));
		const history = async (...asked: SettingKey[]) =>
			(await changesOf(db, sam, asked, await readSettings(db), 5)).map(({ key, after }) => `${key}: ${after}`);
		expect(await history(...keys)).toEqual([
			'what happens with answers: Last',
			'welcome: Then',
			'who runs this: Then',
			'what happens with answers: Then',
			'welcome: First'
		]);
		expect(await history()).toEqual([]);
	});

	it('names the field of a contact that is in the way', async () => {
		const contact = { name: 'NYAS', phone: 'ring us', hours: 'Always', night: 'Always' };
		const wrong = await changeSettings(db, sam, { 'advocacy service': contact }, NOW);
		expect(wrong).toMatchObject({ kind: 'wrong', faults: { 'advocacy service': { field: 'phone' } } });
	});

	it('tells of a list only what came, went or changed', async () => {
		const told = async () => {
			const [change] = await changesOf(db, sam, ['helplines'], await readSettings(db));
			return [change?.before, change?.after];
		};
		const [nyas, ...others] = SHIPPED_HELPLINES;
		const set = (helplines: Helpline[], ms: number) => changeSettings(db, sam, { helplines }, later(ms));
		await set(others, 10_000);
		expect(await told()).toEqual(['NYAS 0808 808 1001 (in the daytime)', 'not there']);
		await set(others.toReversed(), 11_000);
		expect(await told()).toEqual(['one order', 'another order']);
		await set([{ ...(nyas as Helpline), number: '0800 123 123' }, ...others.toReversed()], 12_000);
		expect(await told()).toEqual(['not there', 'NYAS 0800 123 123 (in the daytime)']);
	});

	it('takes back that all were checked when a number comes, by changing back too', async () => {
		const set = (values: Partial<Settings>) => changeSettings(db, sam, values, NOW);
		const checked = async () => (await readSettings(db))['helplines checked'];
		await set({ helplines: SHIPPED_HELPLINES });
		await set({ 'helplines checked': '2027-03-01' });
		await set({ helplines: SHIPPED_HELPLINES.slice(1) });
		expect(await checked()).toBe('2027-03-01');
		const back = { key: 'helplines', back: JSON.stringify(SHIPPED_HELPLINES) };
		await changeBack(db, sam, back, NOW, await seen('helplines'));
		expect(await checked()).toBeNull();
	});

	it('keeps what pages read for five seconds, and forgets it at a change', async () => {
		const current = (ms: number) => currentSettings(db, later(ms));
		expect((await current(0)).look).toBe('sea');
		await writeSetting(db, 'look', '"berry"');
		expect((await current(4000)).look).toBe('sea');
		expect((await current(6000)).look).toBe('berry');
		await changeSettings(db, sam, { look: 'sky' }, NOW);
		expect((await current(6001)).look).toBe('sky');
		await writeSetting(db, 'look', '"of no colour"');
		expect((await current(60_000)).look).toBe('indigo');
	});
});

onEveryEngine('settings without a database', (open) => {
	it('are the last ones known, or as shipped', async () => {
		const { db } = await open();
		await changeSettings(db, sam, { look: 'sea' }, NOW);
		await currentSettings(db, NOW);
		await db.schema.dropTable('setting').execute();
		expect((await currentSettings(db, later(60_000))).look).toBe('sea');
		expect((await currentSettings((await open()).db, NOW)).look).toBe('indigo');
	});
});
