/*
 * A small statutory return for tests: four children, with rows that a test can change or add to.
 */
import type { Database } from '#lib/database/schema.ts';
import type { CsvFile } from '#lib/people/csv-table.ts';
import type { ReturnFiles } from '#lib/people/return.ts';

/** A CSV file from its lines. */
export function csv(name: string, ...lines: string[]): CsvFile {
	return { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
}

export const HEADER = 'CHILD,SEX,DOB,ETHNIC';
export const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC';
export const HEADERS = ['A1,1,01/05/2008,WBRI', 'B2,2,02/06/2011,MWBC', 'C3,1,03/07/2000,BAFR', 'D4,2,04/08/2005,WBRI'];
/** A1 has moved once and B2 is with adopters; D4 went home. */
export const STAYS = [
	'A1,01/02/2016,S,C2,N1,U4,10/09/2017,X1',
	'A1,10/09/2017,P,C2,N1,U6,,',
	'B2,05/05/2015,S,E1,N1,A5,,',
	'D4,01/01/2014,S,C2,N1,U4,01/03/2018,E4A'
];

/** The return of the four; give other lines to change a file. `careLeavers: null` leaves that file out. */
export function smallReturn(
	changes: { headers?: string[]; stays?: string[]; reviews?: string[]; careLeavers?: string[] | null } = {}
): ReturnFiles {
	const careLeavers = changes.careLeavers === undefined ? ['C3,03/07/2000,YES'] : changes.careLeavers;
	return {
		header: csv('header.csv', HEADER, ...(changes.headers ?? HEADERS)),
		episodes: csv('episodes.csv', EPISODES, ...(changes.stays ?? STAYS)),
		reviews: csv('reviews.csv', 'CHILD,REVIEW,REVIEW_CODE', ...(changes.reviews ?? ['A1,03/03/2018,PN1'])),
		uasc: csv('uasc.csv', 'CHILD,SEX,DOB,DUC', 'A1,1,01/05/2008,01/05/2026'),
		oc3: careLeavers === null ? undefined : csv('oc3.csv', 'CHILD,DOB,IN_TOUCH', ...careLeavers)
	};
}

/** Takes every young person out again, so that one database serves a whole suite. */
export async function withoutPeople(db: Database): Promise<Database> {
	const tables = [
		'opening',
		'joining_card',
		'account_event',
		'caseload',
		'episode',
		'statutory_review',
		'young_person'
	] as const;
	for (const table of tables) await db.deleteFrom(table).execute();
	return db;
}
