/*
 * The clocks: how long the council gives itself. What runs by them lives with reviews, letters, advocacy and concerns.
 * The law's longest times cannot be passed; a council may be quicker.
 */
import { z } from 'zod';
import { setting, type Setting } from './setting.ts';

export type Unit = 'days' | 'working days' | 'months' | 'years';

export interface Clock {
	label: string;
	hint: string;
	unit: Unit;
	shipped: number;
	least: number;
	most: number;
}

/** Reviews: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33, and the IRO Handbook. */
export const CLOCKS = {
	'clock: first review': {
		label: 'First review',
		hint: 'After coming into care. The law allows 20 working days.',
		unit: 'working days',
		shipped: 20,
		least: 5,
		most: 20
	},
	'clock: second review': {
		label: 'Second review',
		hint: 'After the first. The law allows 3 months.',
		unit: 'months',
		shipped: 3,
		least: 1,
		most: 3
	},
	'clock: later reviews': {
		label: 'Every review after that',
		hint: 'After the one before. The law allows 6 months.',
		unit: 'months',
		shipped: 6,
		least: 1,
		most: 6
	},
	'clock: letter': {
		label: 'Letter to the child, and record of the review',
		hint: 'After the review.',
		unit: 'working days',
		shipped: 20,
		least: 1,
		most: 20
	},
	'clock: advocacy acknowledged': {
		label: 'Advocacy: request acknowledged',
		hint: 'After a young person, or somebody for them, asked.',
		unit: 'working days',
		shipped: 1,
		least: 1,
		most: 5
	},
	'clock: advocate appointed': {
		label: 'Advocacy: advocate appointed',
		hint: 'After they asked.',
		unit: 'working days',
		shipped: 2,
		least: 1,
		most: 10
	},
	'clock: advocacy opt-out': {
		label: 'Advocacy: time to say no to the offer',
		hint: 'For a child who is new in care. After that a referral is made.',
		unit: 'working days',
		shipped: 10,
		least: 5,
		most: 20
	},
	'clock: worrying message': {
		label: 'Worrying message seen by the safeguarding lead',
		hint: 'If nobody has seen it by then, it goes further up.',
		unit: 'working days',
		shipped: 1,
		least: 1,
		most: 2
	},
	'clock: worrying message answered': {
		label: 'Worrying message answered',
		hint: 'Seen is not answered. If nobody has answered by then, it goes further up, once each working day.',
		unit: 'working days',
		shipped: 2,
		least: 1,
		most: 5
	},
	'clock: visits': {
		label: 'Independent visitor: between two visits',
		hint: 'At most so long.',
		unit: 'months',
		shipped: 1,
		least: 1,
		most: 3
	},
	'clock: visitor stays': {
		label: 'Independent visitor: how long a match should last',
		hint: 'At least so long.',
		unit: 'years',
		shipped: 2,
		least: 1,
		most: 10
	},
	'clock: data request': {
		label: 'A copy of one’s data, or erasing: answered',
		hint: 'After somebody asked. The law allows one month (UK GDPR, article 12(3)); what ends first counts.',
		unit: 'days',
		shipped: 31,
		least: 5,
		most: 31
	},
	'clock: complaint acknowledged': {
		label: 'Complaint about data: acknowledged',
		hint: 'The law allows 30 days, the day it came counted (Data Protection Act 2018, section 164A).',
		unit: 'days',
		shipped: 30,
		least: 1,
		most: 30
	}
} as const satisfies Readonly<Record<string, Clock>>;

export type ClockKey = keyof typeof CLOCKS;
export const CLOCK_KEYS = Object.keys(CLOCKS) as ClockKey[];

/** A length of time in words: "1 working day", "3 months". */
export function inUnits(count: number, unit: Unit): string {
	return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

function asSetting({ label, hint, unit, shipped, least, most }: Clock): Setting<number> {
	const right = `Please write a whole number from ${least} to ${most}.`;
	return setting({
		label,
		hint,
		schema: z.number({ error: right }).int(right).min(least, right).max(most, right),
		shipped,
		told: (count) => inUnits(count, unit)
	});
}

/** Every clock as a setting. */
export const CLOCK_SETTINGS = Object.fromEntries(CLOCK_KEYS.map((key) => [key, asSetting(CLOCKS[key])])) as Record<
	ClockKey,
	Setting<number>
>;
