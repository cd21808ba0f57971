/*
 * What the council sets about “Talk to someone”: when messages are read, and whom one goes up to that nobody has read in
 * time. Who can be named, and what then happens, is in concerns/.
 */
import { z } from 'zod';
import { setting, type Setting } from '../setting.ts';

/** Whole hours of a working day, 0 to 24: messages are read from the one until the other. */
export interface TalkHours {
	from: number;
	to: number;
}

const HOURS = 'Please choose two hours, the first before the second.';
const hour = z.number({ error: HOURS }).int(HOURS).min(0, HOURS).max(24, HOURS);

/** An hour as it stands on a clock: 09:00. */
export const onTheClock = (hours: number): string => `${String(hours).padStart(2, '0')}:00`;

/** Somebody of the council who is told; the name is as it was when it was set. */
const namedSchema = z.object({ id: z.string().min(1, 'Please choose somebody from the list.'), name: z.string() });
export type Named = z.infer<typeof namedSchema>;

/** Whom it goes up to: the first as soon as the clock has run out, the second a working day later. */
export interface GoesUpTo {
	first: Named | null;
	second: Named | null;
}

export const TALKING_SETTINGS = {
	'talk hours': setting<TalkHours>({
		label: 'When messages are read',
		hint: 'On working days. Young people are told so before they send: promise only what you keep.',
		schema: z.object({ from: hour, to: hour }).refine(({ from, to }) => from < to, HOURS),
		shipped: { from: 9, to: 17 },
		told: ({ from, to }) => `Working days, ${onTheClock(from)} to ${onTheClock(to)}`
	}) as Setting<TalkHours>,
	'concerns go up to': setting<GoesUpTo>({
		label: 'Whom a message goes up to',
		hint: 'When no safeguarding lead has read a message in time.',
		schema: z
			.object({ first: namedSchema.nullable(), second: namedSchema.nullable() })
			.refine(({ first, second }) => first === null || first.id !== second?.id, 'Please name two different people.'),
		shipped: { first: null, second: null },
		told: ({ first, second }) => `first ${first?.name ?? 'nobody'}, then ${second?.name ?? 'nobody'}`
	}) as Setting<GoesUpTo>
};
