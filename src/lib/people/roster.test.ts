import { describe, expect, it } from 'vitest';
import * as roster from './roster.ts';
import type { EpisodeFacts, Invitable, PersonFacts } from './roster.ts';

const DAY = '2018-03-31';
const episode = (changes: Partial<EpisodeFacts> = {}): EpisodeFacts => ({
	started: '2017-01-01',
	ended: null,
	legalStatus: 'C2',
	place: 'U4',
	reasonEnded: null,
	...changes
});
const person = (episodes: EpisodeFacts[], inTouch: string | null = null): PersonFacts => ({ episodes, inTouch });

describe('in care on a day', () => {
	it('begins with the first day and ends with the day care ended', () => {
		expect(roster.isOpenOn(episode({ started: DAY }), DAY)).toBe(true);
		expect(roster.isOpenOn(episode({ started: '2018-04-01' }), DAY)).toBe(false);
		expect(roster.isOpenOn(episode({ ended: DAY }), DAY)).toBe(false);
		expect(roster.isOpenOn(episode({ ended: '2018-04-01' }), DAY)).toBe(true);
	});
	it('is decided by any open episode; without one a care leaver is who the care leavers’ file lists', () => {
		expect(roster.standingOn(person([episode({ ended: '2017-06-01' }), episode()], 'YES'), DAY)).toBe('in care');
		expect(roster.standingOn(person([], 'NO'), DAY)).toBe('care leaver');
		expect(roster.standingOn(person([], 'DIED'), DAY)).toBe('left');
		expect(roster.standingOn(person([episode({ ended: '2017-06-01' })]), DAY)).toBe('left');
	});
	it('tells short breaks apart, unless another episode is open', () => {
		const short = episode({ legalStatus: 'V4' });
		expect(roster.isOnShortBreaks([short], DAY)).toBe(true);
		expect(roster.isOnShortBreaks([episode({ legalStatus: 'V3' }), episode()], DAY)).toBe(false);
		expect(roster.isOnShortBreaks([{ ...short, ended: '2018-01-01' }], DAY)).toBe(false);
	});
	it('knows who lives with adopters now', () => {
		for (const place of ['A3', 'A4', 'A5', 'A6']) expect(roster.isWithAdopters([episode({ place })], DAY)).toBe(true);
		expect(roster.isWithAdopters([episode({ place: 'A3', ended: '2018-01-01' }), episode()], DAY)).toBe(false);
	});
	it('knows who has died, by either file', () => {
		expect(roster.hasDied(person([episode({ ended: DAY, reasonEnded: 'E2' })]), DAY)).toBe(true);
		expect(roster.hasDied(person([episode({ ended: '2018-04-01', reasonEnded: 'E2' })]), DAY)).toBe(false);
		expect(roster.hasDied(person([episode()], 'DIED'), DAY)).toBe(true);
		expect(roster.hasDied(person([episode()], 'YES'), DAY)).toBe(false);
	});
});

describe('the survey for an age', () => {
	it('follows the bands of children in care', () => {
		const versions = [3, 4, 7, 8, 10, 11, 17].map((age) => roster.versionFor(age, 'in care'));
		expect(versions).toEqual([null, '4-7', '4-7', '8-10', '8-10', '11-17', '11-17']);
	});
	it('is the care leavers’ one from 16 to 25, and at 18 also for those whom the last return had in care', () => {
		const versions = [15, 16, 25, 26].map((age) => roster.versionFor(age, 'care leaver'));
		expect(versions).toEqual([null, '16-25', '16-25', null]);
		expect(roster.versionFor(18, 'in care')).toBe('16-25');
		expect(roster.versionFor(12, 'left')).toBeNull();
	});
});

describe('an invitation', () => {
	const all: Invitable = {
		standing: 'in care',
		died: false,
		withAdopters: false,
		optedOut: false,
		shortBreaks: false
	};
	it('may go to children in care and care leavers', () => {
		expect(roster.mayBeInvited(all)).toBe(true);
		expect(roster.mayBeInvited({ ...all, standing: 'care leaver' })).toBe(true);
	});
	it('never goes to someone who has died, left, opted out, lives with adopters or comes for short breaks', () => {
		for (const one of ['died', 'withAdopters', 'optedOut', 'shortBreaks'] as const) {
			expect(roster.mayBeInvited({ ...all, [one]: true })).toBe(false);
		}
		expect(roster.mayBeInvited({ ...all, standing: 'left' })).toBe(false);
	});
});
