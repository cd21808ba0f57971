/*
 * The project's own demonstration return: an invented council with some 550 children in care and 170 care leavers,
 * in the files every council makes. Generated from a seed; no real child is in it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { addDays, asBritish } from '#lib/calendar/day.ts';
import { chanceFrom } from './chance.ts';
import { detailsOf } from './details.ts';
import { episodesOf, reviewsOf, type Row } from './stays.ts';
import { inventPeople } from './young-people.ts';

/** The names of the files in the folder. */
export const DEMONSTRATION_FILES = {
	header: 'header.csv',
	episodes: 'episodes.csv',
	reviews: 'reviews.csv',
	uasc: 'uasc.csv',
	oc3: 'oc3.csv',
	details: 'details.csv'
} as const;

/**
 * Writes header, episodes, reviews, uasc, oc3 and details as CSV into a folder, made if missing.
 * The same seed and day give the same bytes.
 */
export function writeDemonstrationReturn(folder: string, { seed, asOf }: { seed: number; asOf: string }): void {
	const chance = chanceFrom(seed);
	const header: Row[] = [];
	const episodes: Row[] = [];
	const reviews: Row[] = [];
	const uasc: Row[] = [];
	const oc3: Row[] = [];
	const details: Row[] = [];
	for (const one of inventPeople(chance, asOf)) {
		const [CHILD, DOB, SEX] = [one.child, asBritish(one.born), chance.pick(['1', '2'])];
		header.push({
			CHILD,
			SEX,
			DOB,
			ETHNIC: one.ethnic
		});
		const own = episodesOf(chance, one, asOf);
		episodes.push(...own);
		const since = own[0]?.['DECOM'];
		if (since) reviews.push(...reviewsOf(chance, one, since.split('/').reverse().join('-'), asOf));
		if (one.unaccompanied) uasc.push({ CHILD, SEX, DOB, DUC: asBritish(addDays(one.born, 18 * 365 + 5)) });
		if (one.standing === 'care leaver') {
			const IN_TOUCH = chance.weighed([
				['YES', 90],
				['NO', 6],
				['REFU', 2],
				['DIED', 1]
			] as const);
			oc3.push({
				CHILD,
				DOB,
				IN_TOUCH,
				ACTIV: chance.pick(['F2', 'F4', 'G4', 'G5']),
				ACCOM: chance.pick(['U1', 'V1', 'Y1', 'E1'])
			});
		}
		if (one.standing !== 'left') details.push(detailsOf(chance, one));
	}
	mkdirSync(folder, { recursive: true });
	const tables = { header, episodes, reviews, uasc, oc3, details };
	for (const [table, rows] of Object.entries(tables) as [keyof typeof tables, Row[]][]) {
		writeFileSync(
			join(folder, DEMONSTRATION_FILES[table]),
			stringify(rows, { header: true, record_delimiter: 'windows' })
		);
	}
}
