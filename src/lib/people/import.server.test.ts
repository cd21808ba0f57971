import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEveryEngine } from '../../../tests/databases.ts';
import { HEADERS, smallReturn, STAYS, withoutPeople } from '../../../tests/data/small-return.ts';
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { importReturn } from './import.server.ts';
import type { ReturnFiles } from './return.ts';

const operator: Actor = { commandLine: true, name: 'test' };
const AS_OF = '2018-03-31';
const NOW = new Date('2018-04-01T12:00:00Z');

async function imported(db: Database, files: ReturnFiles, asOf = AS_OF, strict = false) {
	const result = await importReturn(db, operator, files, { asOf, strict }, NOW);
	if (result.kind !== 'imported') throw new Error(JSON.stringify(result));
	return result;
}

async function everything(db: Database) {
	return {
		people: await db.selectFrom('young_person').selectAll().orderBy('child').execute(),
		episodes: await db.selectFrom('episode').selectAll().orderBy('id').execute(),
		reviews: await db.selectFrom('statutory_review').selectAll().orderBy('id').execute()
	};
}

async function standings(db: Database): Promise<Record<string, string>> {
	const people = await db.selectFrom('young_person').select(['child', 'standing']).execute();
	return Object.fromEntries(people.map((person) => [person.child, person.standing]));
}

onEveryEngine('importing a return', (open) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(() => withoutPeople(db));

	it('takes in everyone with an episode and every care leaver', async () => {
		const { figures } = await imported(db, smallReturn());
		expect(figures).toMatchObject({ added: 4, updated: 0, left: 0, careLeavers: 1, withAdopters: 1, unaccompanied: 1 });
		expect(figures.inCare).toMatchObject({ all: 2, '4-7': 1, '8-10': 1 });
		expect(await standings(db)).toEqual({ A1: 'in care', B2: 'in care', C3: 'care leaver', D4: 'left' });
		const a1 = (await everything(db)).people[0];
		expect(a1).toMatchObject({ born: '2008-05-01', unaccompanied: 1, with_adopters: 0, imported_as_of: AS_OF });
	});

	it('changes nothing when the same return comes again', async () => {
		await imported(db, smallReturn());
		const before = await everything(db);
		const { figures } = await imported(db, smallReturn());
		expect(figures).toMatchObject({ added: 0, updated: 4, left: 0 });
		expect(await everything(db)).toEqual(before);
	});

	it('updates what has changed, keeps details, and marks who has left', async () => {
		await imported(db, smallReturn());
		await db.updateTable('young_person').set({ team: 'West', opted_out: 1 }).execute();
		const stays = ['A1,10/09/2017,P,C2,N1,U6,01/10/2018,X1', 'A1,01/10/2018,P,C2,N1,H5,,'];
		const { figures } = await imported(db, smallReturn({ headers: HEADERS.slice(0, 1), stays }), '2019-03-31');
		expect(figures).toMatchObject({ updated: 1, left: 2 });
		expect(await standings(db)).toEqual({ A1: 'in care', B2: 'left', C3: 'left', D4: 'left' });
		const { people, episodes } = await everything(db);
		expect(people).toHaveLength(4);
		for (const person of people) expect(person).toMatchObject({ team: 'West', opted_out: 1 });
		const ofA1 = episodes.filter((episode) => episode.young_person_id === people[0]?.id);
		expect(ofA1.map((episode) => [episode.started, episode.ended]).sort()).toEqual([
			['2016-02-01', '2017-09-10'],
			['2017-09-10', '2018-10-01'],
			['2018-10-01', null]
		]);
	});

	it('replaces an episode whose first day was corrected, so that nobody is twice in care', async () => {
		await imported(db, smallReturn());
		const corrected = STAYS.map((stay) => stay.replace('B2,05/05/2015', 'B2,06/05/2015'));
		await imported(db, smallReturn({ stays: corrected }));
		const { episodes } = await everything(db);
		expect(episodes).toHaveLength(4);
		expect(episodes.map((episode) => episode.started)).toContain('2015-05-06');
	});

	it('does not take a missing care leavers’ file for the end of everyone’s support', async () => {
		await imported(db, smallReturn());
		await imported(db, smallReturn({ careLeavers: null }));
		expect((await standings(db))['C3']).toBe('care leaver');
	});

	it('passes over bad rows and lists them; of whom they speak is neither lost nor let loose', async () => {
		await imported(db, smallReturn());
		const stays = STAYS.map((stay) => stay.replace('05/05/2015', '35/05/2015'));
		const { faults } = await imported(db, smallReturn({ stays }));
		expect(faults).toMatchObject([{ file: 'episodes.csv', line: 4, column: 'DECOM' }]);
		const b2 = (await everything(db)).people[1];
		expect(b2).toMatchObject({ standing: 'in care', with_adopters: 1 });
	});

	it('imports nothing of a return with a bad row when it is strict', async () => {
		const files = smallReturn({ stays: [...STAYS, 'C3,never,S,C2,N1,U4,,'] });
		const result = await importReturn(db, operator, files, { asOf: AS_OF, strict: true }, NOW);
		expect(result).toMatchObject({ kind: 'refused', faults: [{ line: 6, column: 'DECOM' }] });
		expect((await everything(db)).people).toEqual([]);
	});

	it('changes nothing when it breaks off in the middle', async () => {
		await imported(db, smallReturn());
		const before = await everything(db);
		const broken = importReturn(
			db,
			operator,
			smallReturn({ careLeavers: [] }),
			{ asOf: AS_OF, strict: false },
			NOW,
			(done) => {
				if (done > 4) throw new Error('the power went');
			}
		);
		await expect(broken).rejects.toThrow('the power went');
		expect(await everything(db)).toEqual(before);
	});

	it('keeps one review a day and none later than the day of the return', async () => {
		const reviews = ['A1,03/03/2018,PN1', 'A1,03/03/2018,PN6', 'A1,01/04/2018,PN1', 'B2,01/02/2018,PN0'];
		const { figures, problems } = await imported(db, smallReturn({ reviews }));
		expect(figures).toMatchObject({ reviews: 4, laterReviews: 1 });
		expect(problems.map((problem) => problem.what).join('; ')).toMatch(/later than the day.*second review on one day/);
		const held = (await everything(db)).reviews.map((review) => `${review.held} ${review.participation_code}`);
		expect(held.sort()).toEqual(['2018-02-01 PN0', '2018-03-03 PN6']);
	});

	it('keeps nothing about a child who is named in the header only', async () => {
		const { figures } = await imported(db, smallReturn({ headers: [...HEADERS, 'E5,1,01/01/2010,WBRI'] }));
		expect(figures.withoutEpisode).toBe(2);
		expect(Object.keys(await standings(db))).not.toContain('E5');
	});

	it('says when an older return comes after a newer one', async () => {
		await imported(db, smallReturn());
		const { problems } = await imported(db, smallReturn(), '2018-03-01');
		expect(problems[0]?.what).toContain('2018-03-31');
	});
});

describe('who may import a return', () => {
	it('is nobody but the participation officer and the operator', async () => {
		const iro: Actor = { staffId: 's', name: 'I', tenant: 'council', roles: ['IRO', 'administrator'] };
		const untouched = {} as Database;
		const result = await importReturn(untouched, iro, smallReturn(), { asOf: AS_OF, strict: false }, NOW);
		expect(result).toEqual({ kind: 'not allowed' });
	});
});
