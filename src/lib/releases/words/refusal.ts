/*
 * What making a release may come to, and why there is none, in words for staff. Words and types only.
 */
export type ReleaseOutcome =
	| { kind: 'released'; releaseId: string }
	| { kind: 'not allowed' }
	| { kind: 'no such wave' }
	| { kind: 'not closed'; status: string }
	| { kind: 'already released' }
	| { kind: 'halves not settled'; holders: string[] }
	/** The wave asked an edition that this version of Earshot no longer has the words of. */
	| { kind: 'questionnaire unknown'; edition: string }
	| { kind: 'no answers' };

const WHY_NOT: {
	[K in Exclude<ReleaseOutcome['kind'], 'released'>]: (outcome: { kind: K } & ReleaseOutcome) => string;
} = {
	'not allowed': () => 'Only a participation officer may make a release.',
	'no such wave': () => 'There is no such wave.',
	'not closed': ({ status }) =>
		status === 'could not be counted'
			? 'The answers of this wave could not be counted, so there is nothing to release.'
			: `The wave is ${status}. A release is made once it is closed: earshot wave close.`,
	'already released': () => 'This wave has its release already; see earshot release list.',
	'halves not settled': ({ holders }) =>
		`${holders.join(' and ')} still hold half of the spare key. Ask them to destroy it and note that they did, or use --halves-kept: the release then states it.`,
	'questionnaire unknown': ({ edition }) =>
		`The wave asked edition ${edition}, which this version of Earshot does not have. Use the version that opened the wave.`,
	'no answers': () => 'Nobody answered this wave, so there is nothing to release.'
};

/** Why there is no release, and what to do now. */
export function whyNotReleased(outcome: Exclude<ReleaseOutcome, { kind: 'released' }>): string {
	const say = WHY_NOT[outcome.kind] as (outcome: ReleaseOutcome) => string;
	return say(outcome);
}
