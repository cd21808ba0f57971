/*
 * Waves in words for staff: states, versions, days. Words only.
 */
import type { Version } from '#lib/surveys/question.ts';
import type { WaveStatus } from './wave.ts';

export const STATUS_WORDS: Readonly<Record<WaveStatus, string>> = {
	drafted: 'Drafted',
	open: 'Open',
	closing: 'Closing',
	counted: 'Closing',
	closed: 'Closed',
	'could not be counted': 'Could not be counted'
};

export const VERSION_WORDS: Readonly<Record<Version, string>> = {
	'4-7': 'Children aged 4 to 7',
	'8-10': 'Children aged 8 to 10',
	'11-17': 'Young people aged 11 to 17',
	'16-25': 'Care leavers'
};

export interface Step {
	what: string;
	state: 'done' | 'now' | 'later';
}

/** Where a wave stands on its way, derived from what is there: never stored. */
export function stepsOf(
	status: WaveStatus,
	{ cardsMissing, released }: { cardsMissing: boolean; released: boolean }
): Step[] {
	const way = ['Drafted', 'Open', 'Cards made', 'Answering', 'Counted', 'Released'];
	const at = {
		drafted: 0,
		open: cardsMissing ? 2 : 3,
		closing: 4,
		counted: 4,
		closed: released ? way.length : 5,
		'could not be counted': 4
	}[status];
	return way.map((what, place) => ({ what, state: place < at ? 'done' : place === at ? 'now' : 'later' }));
}
