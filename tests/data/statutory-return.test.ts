import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../databases.ts';
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { importReturn } from '#lib/people/import.server.ts';

const folder = join(resolve(process.env['SHARED_DATA'] ?? '../shared/data'), 'ssda903');
const present = existsSync(join(folder, 'header.csv'));
if (!present) console.log(`not run: the sector's synthetic return (no files in ${folder}; set SHARED_DATA)`);

const operator: Actor = { commandLine: true, name: 'test' };
const file = (name: string) => ({ name: `${name}.csv`, bytes: readFileSync(join(folder, `${name}.csv`)) });

onEveryEngine("the sector's synthetic return", (open) => {
	let db: Database;
	beforeAll(async () => {
		if (present) ({ db } = await open());
	});

	const take = () => {
		const [header, episodes, reviews] = [file('header'), file('episodes'), file('reviews')];
		const files = { header, episodes, reviews, uasc: file('uasc'), oc3: file('oc3') };
		return importReturn(db, operator, files, { asOf: '2018-03-31', strict: true }, new Date());
	};

	it.skipIf(!present)('gives the published figures as of 31 March 2018', async () => {
		const started = performance.now();
		const imported = await take();
		console.log(`import of 20,000 rows: ${((performance.now() - started) / 1000).toFixed(2)} s`);
		if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
		expect(imported.faults).toEqual([]);
		expect(imported.figures).toMatchObject({
			inCare: { all: 1419, 'under 4': 0, '4-7': 421, '8-10': 344, '11-17': 654, '18 and over': 0 },
			withoutShortBreaks: { all: 1201, '4-7': 352, '8-10': 294, '11-17': 555 },
			twoOpenEpisodes: 6,
			reviews: 12582,
			laterReviews: 5042,
			withoutEpisode: 552
		});
		const reported = imported.problems.map((problem) => problem.count);
		expect(reported).toEqual(expect.arrayContaining([6, 5042, 552]));
	});

	it.skipIf(!present)('adds nobody and nothing when it comes again', async () => {
		const count = async () => {
			const counted = [];
			for (const table of ['young_person', 'episode', 'statutory_review'] as const) {
				counted.push(await db.selectFrom(table).select(db.fn.countAll().as('rows')).executeTakeFirstOrThrow());
			}
			return counted;
		};
		const before = await count();
		expect(await take()).toMatchObject({ kind: 'imported', figures: { added: 0, left: 0 } });
		expect(await count()).toEqual(before);
	});
});
