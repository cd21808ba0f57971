/*
 * What a release is to those who read it: versions, domains, questions and their published values, in order.
 * Types and small facts about them; sentences are in story.ts and words.ts, files in export.ts.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import type { PublishedValue } from '#lib/disclosure/value.ts';
import type { Domain } from '#lib/surveys/question.ts';
import type { Certificate } from './certificate.ts';

export interface ReleasedOption {
	key: string;
	label: string;
	value: PublishedValue;
	/** Declared good news in this version's questionnaire. */
	positive: boolean;
}

/** Of two options only the first has a figure; of a choose-all question every option is a yes or no of its own. */
export type Form = 'one of two' | 'one answer' | 'any number';

export interface ReleasedQuestion {
	key: string;
	text: string;
	indicator: string | null;
	/** The indicator in plain words, to be read after "Young people …"; null without one. */
	indicatorName: string | null;
	form: Form;
	/** True where the questionnaire says which answers are good news. */
	judged: boolean;
	/** Whom it was asked of, where it was not everybody: those who gave one of these answers to this question. */
	askedOf: { question: string; answers: readonly string[] } | null;
	options: readonly ReleasedOption[];
}

/** Questions of one domain in the order they were asked; the domain is null where the wording is no longer known. */
export interface ReleasedDomain {
	domain: Domain | null;
	questions: readonly ReleasedQuestion[];
}

export interface ReleasedVersion {
	version: string;
	edition: string;
	/** Exact, frozen when the wave opened. */
	eligible: number;
	/** To the nearest 5. */
	answered: number;
	domains: readonly ReleasedDomain[];
}

export interface Release {
	id: string;
	waveName: string;
	/** ISO date. */
	madeOn: string;
	versions: readonly ReleasedVersion[];
	certificate: Certificate;
}

/** A release in a list. */
export interface ListedRelease {
	id: string;
	waveId: string;
	waveName: string;
	madeOn: string;
	eligible: number;
	/** The versions' rounded numbers added up. */
	answered: number;
}

/** Who may read releases: they are what the Committee sees, and who makes and keeps them sees the same. */
export function mayReadReleases(actor: Actor): boolean {
	return actsAs(actor, 'committee member') || actsAs(actor, 'participation officer') || actsAs(actor, 'administrator');
}

/** True where under half of those eligible answered; judged by what is published. */
export function isLowResponse({ eligible, answered }: { eligible: number; answered: number }): boolean {
	return answered * 2 < eligible;
}
