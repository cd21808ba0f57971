import { beforeAll, beforeEach, expect, it } from 'vitest';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { changeSettings } from '#lib/settings/changes.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { calledBy } from '../names.server.ts';
import { openYoungPerson } from '../person/persons.server.ts';
import { readFilter } from './listing.ts';
import { listPeople, searchPeople } from './lists.server.ts';

const ALL = readFilter(new URLSearchParams('standing=everybody'));

onEveryEngine('the list of people', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});
	const shown = async (actor: SignedIn) =>
		(await listPeople(db, all.keyring, actor, ALL, NOW)).people.map(({ child }) => child);

	it('has everybody for the officer and the safeguarding lead, and one’s own for the others', async () => {
		for (const actor of [all.officer, all.lead]) expect(await shown(actor)).toHaveLength(4);
		expect(await shown(all.amina)).toEqual(['A1', 'B2']);
		expect(await shown(all.banks)).toEqual(['A1']);
		for (const actor of [all.sunil, all.administrator]) expect(await shown(actor)).toEqual([]);
	});

	it('goes on when the key of one is lost: only that name cannot be read, in the list and in a search', async () => {
		all.keyring.destroy(ownersKey(all.id('B2')));
		const read = (await listPeople(db, all.keyring, all.officer, ALL, NOW)).people;
		expect(read.map(({ child, unreadable }) => [child, unreadable]).sort()).toEqual([
			['A1', false],
			['B2', true],
			['C3', false],
			['D4', false]
		]);
		const { people } = await searchPeople(db, all.keyring, all.officer, 'bello', NOW);
		expect(people.map(({ child }) => child).sort()).toEqual(['A1', 'B2']);
		const called = await calledBy(db, all.keyring, [all.id('A1'), all.id('B2')]);
		expect(called.get(all.id('B2'))?.name).toBe('B2 (name cannot be read)');
		expect(called.get(all.id('A1'))?.name).not.toContain('cannot');
	});

	it('finds by name, CHILD number and worker, and never somebody whom the actor may not see', async () => {
		const found = async (actor: SignedIn, words: string) =>
			(await searchPeople(db, all.keyring, actor, words, NOW)).people.map(({ child }) => child);
		expect(await found(all.officer, 'mia')).toEqual(['B2']);
		expect(await found(all.officer, 'bello')).toEqual(['A1', 'B2']);
		expect(await found(all.officer, 'd4')).toEqual(['D4']);
		expect(await found(all.banks, 'mia')).toEqual([]);
		expect(await found(all.administrator, 'mia')).toEqual([]);
	});

	it('tells who lives in the area from who lives outside it, and from whom nobody knows', async () => {
		const live = (child: string, district: string) =>
			db.updateTable('young_person').set({ district }).where('id', '=', all.id(child)).execute();
		await live('A1', 'Far away');
		await live('B2', 'woolston ');
		const inArea = async (area: string) => {
			const filter = readFilter(new URLSearchParams({ standing: 'everybody', area }));
			return (await listPeople(db, all.keyring, all.officer, filter, NOW)).people.map(({ child }) => child);
		};
		const areaOf = async (child: string) => {
			const opened = await openYoungPerson(db, all.keyring, all.amina, all.id(child), NOW);
			return opened.kind === 'opened' ? opened.page.area : opened.kind;
		};
		expect(await inArea('unknown')).toHaveLength(4);
		expect(await areaOf('A1')).toBe('unknown');
		await changeSettings(db, all.administrator, { districts: ['Woolston'] }, NOW);
		expect(await inArea('inside')).toEqual(['B2']);
		expect(await inArea('outside')).toEqual(['A1']);
		expect(await inArea('unknown')).toEqual(['C3', 'D4']);
		expect([await areaOf('A1'), await areaOf('B2')]).toEqual(['outside', 'inside']);
		await changeSettings(db, all.administrator, { districts: [] }, NOW);
	});

	it('tells worker names that are nobody’s account apart, and counts what lacks', async () => {
		const { people, counts } = await listPeople(db, all.keyring, all.officer, ALL, NOW);
		const mia = people.find(({ child }) => child === 'B2');
		expect(mia?.workers).toEqual({
			IRO: { name: 'Amina Bello', matched: true },
			'social worker': { name: 'Nobody Known', matched: false }
		});
		expect(counts).toEqual({ here: 3, left: 1, own: 0, covered: 0, lackingWorker: 2 });
		expect((await listPeople(db, all.keyring, all.amina, ALL, NOW)).counts).toMatchObject({ own: 2 });
	});
});
