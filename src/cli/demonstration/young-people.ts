/*
 * Inventing the young people of the demonstration council: ages, standing, ethnic group, where they live.
 * Their files are written in return.ts.
 */
import { addDays } from '#lib/calendar/day.ts';
import type { Chance } from './chance.ts';

/** How many of an age are in care, from youngest to oldest; then the care leavers. */
const IN_CARE: readonly [from: number, to: number, count: number][] = [
	[0, 3, 40],
	[4, 7, 90],
	[8, 10, 120],
	[11, 15, 185],
	[16, 17, 115]
];
const CARE_LEAVERS = { from: 17, to: 21, count: 170 };
const LEFT_IN_THE_YEAR = 45;
const ON_SHORT_BREAKS = 12;
const UNACCOMPANIED = 40;

/** One invented young person, with what their rows are made from. */
export interface Invented {
	child: string;
	born: string;
	age: number;
	standing: 'in care' | 'care leaver' | 'left';
	shortBreaks: boolean;
	unaccompanied: boolean;
	ethnic: string;
	place: string;
}

const ETHNIC: readonly (readonly [string, number])[] = [
	['WBRI', 62],
	['WOTH', 6],
	['WROM', 1],
	['MWBC', 5],
	['MWAS', 4],
	['MOTH', 4],
	['AIND', 2],
	['APKN', 3],
	['ABAN', 2],
	['AOTH', 3],
	['BCRB', 2],
	['BAFR', 5],
	['OOTH', 4]
];
/** Placement codes by how common they are. */
export const PLACES: readonly (readonly [string, number])[] = [
	['U4', 30],
	['U6', 26],
	['U1', 14],
	['U3', 5],
	['K2', 9],
	['P1', 8],
	['H5', 4],
	['R1', 1]
];

function bornAt(chance: Chance, age: number, asOf: string): string {
	const year = Number(asOf.slice(0, 4)) - age;
	const birthday = `${year}-${asOf.slice(5) === '02-29' ? '02-28' : asOf.slice(5)}`;
	return addDays(birthday, -chance.between(0, 363));
}

function placeFor(chance: Chance, age: number): string {
	if (age < 5 && chance.happens(0.12)) return chance.pick(['A3', 'A5']);
	if (age >= 16 && chance.happens(0.3)) return chance.pick(['H5', 'P2']);
	return chance.weighed(PLACES);
}

/** Everyone in the invented return: in care, care leavers, and some who left just before the day. */
export function inventPeople(chance: Chance, asOf: string): Invented[] {
	const taken = new Set<string>();
	const invented: Invented[] = [];
	function add(age: number, standing: Invented['standing'], more: Partial<Invented> = {}): void {
		let child = String(chance.between(100_000, 999_999));
		while (taken.has(child)) child = String(chance.between(100_000, 999_999));
		taken.add(child);
		const place = placeFor(chance, age);
		const ethnic = chance.weighed(ETHNIC);
		const born = bornAt(chance, age, asOf);
		invented.push({ child, born, age, standing, shortBreaks: false, unaccompanied: false, ethnic, place, ...more });
	}
	for (const [from, to, count] of IN_CARE) {
		for (let one = 0; one < count; one += 1) add(chance.between(from, to), 'in care');
	}
	for (let one = 0; one < ON_SHORT_BREAKS; one += 1) add(chance.between(6, 16), 'in care', { shortBreaks: true });
	for (let one = 0; one < CARE_LEAVERS.count; one += 1) {
		add(chance.between(CARE_LEAVERS.from, CARE_LEAVERS.to), 'care leaver');
	}
	for (let one = 0; one < LEFT_IN_THE_YEAR; one += 1) add(chance.between(1, 16), 'left');
	const grown = invented.filter((one) => one.age >= 16 && one.standing === 'in care');
	for (const one of grown.slice(0, UNACCOMPANIED)) {
		Object.assign(one, { unaccompanied: true, place: 'U6', ethnic: chance.pick(['AOTH', 'BAFR', 'OOTH']) });
	}
	return invented;
}
