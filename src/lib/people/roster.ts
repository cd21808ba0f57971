/*
 * Who is in care on a day, which survey fits them, and who may be invited: pure rules over the statutory return.
 * No reading of files and no database here.
 */
import { ageOn } from '#lib/calendar/day.ts';
import type { Version } from '#lib/surveys/question.ts';

export type Standing = 'in care' | 'care leaver' | 'left';

/** What the rules need of an episode; days are ISO text. */
export interface EpisodeFacts {
	started: string;
	ended: string | null;
	legalStatus: string;
	place: string;
	reasonEnded: string | null;
}

/** What the rules need of a person in the return. */
export interface PersonFacts {
	episodes: readonly EpisodeFacts[];
	/** IN_TOUCH of the care leavers' file, or null for someone who is not in it. */
	inTouch: string | null;
}

const SHORT_BREAKS = ['V3', 'V4'];
const WITH_ADOPTERS = ['A3', 'A4', 'A5', 'A6'];
const DIED = 'DIED';
const DIED_IN_CARE = 'E2';
const OLDEST = 25;

/** In care on a day: begun on or before it, and not ended by then. */
export function isOpenOn(episode: Pick<EpisodeFacts, 'started' | 'ended'>, day: string): boolean {
	return episode.started <= day && (episode.ended === null || episode.ended > day);
}

/** The episodes that are open on a day; more than one is a mistake in the return. */
export function openEpisodes<E extends EpisodeFacts>(episodes: readonly E[], day: string): E[] {
	return episodes.filter((episode) => isOpenOn(episode, day));
}

/** Someone who only comes for short breaks lives with their family: counted apart and not invited. */
export function isOnShortBreaks(episodes: readonly EpisodeFacts[], day: string): boolean {
	const open = openEpisodes(episodes, day);
	return open.length > 0 && open.every((episode) => SHORT_BREAKS.includes(episode.legalStatus));
}

/** Lives with the people who will adopt them; whether they are told anything is their IRO's decision. */
export function isWithAdopters(episodes: readonly EpisodeFacts[], day: string): boolean {
	return openEpisodes(episodes, day).some((episode) => WITH_ADOPTERS.includes(episode.place));
}

/** An episode ended by death on or before the day, or the care leavers' file says so. */
export function hasDied({ episodes, inTouch }: PersonFacts, day: string): boolean {
	const inCare = episodes.some(
		({ reasonEnded, ended }) => reasonEnded === DIED_IN_CARE && ended !== null && ended <= day
	);
	return inCare || inTouch === DIED;
}

/** What a person is to the council on a day, as far as the return tells. */
export function standingOn(person: PersonFacts, day: string): Standing {
	if (openEpisodes(person.episodes, day).length > 0) return 'in care';
	return person.inTouch !== null && person.inTouch !== DIED ? 'care leaver' : 'left';
}

/**
 * The survey for an age and standing; null when there is none. At 18 it is the care leavers' one whatever the last
 * return said, because nobody falls out of the survey by a birthday between two returns.
 */
export function versionFor(age: number, standing: Standing): Version | null {
	if (standing === 'left' || age > OLDEST) return null;
	if (standing === 'care leaver') return age >= 16 ? '16-25' : null;
	if (age >= 18) return '16-25';
	if (age >= 11) return '11-17';
	if (age >= 8) return '8-10';
	return age >= 4 ? '4-7' : null;
}

/** What decides whether anything may be sent to someone. */
export interface Invitable {
	standing: Standing;
	died: boolean;
	withAdopters: boolean;
	optedOut: boolean;
	shortBreaks: boolean;
}

/** True when a young person may be sent an invitation; their age decides apart from this. */
export function mayBeInvited(person: Invitable): boolean {
	if (person.standing === 'left') return false;
	return !person.died && !person.withAdopters && !person.optedOut && !person.shortBreaks;
}

export const AGE_BANDS = ['under 4', '4-7', '8-10', '11-17', '18 and over'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band that figures are told in. */
export function ageBandOn(born: string, day: string): AgeBand {
	const age = ageOn(born, day);
	if (age < 4) return 'under 4';
	if (age < 8) return '4-7';
	if (age < 11) return '8-10';
	return age < 18 ? '11-17' : '18 and over';
}
