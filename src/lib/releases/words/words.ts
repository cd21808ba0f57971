/*
 * Plain words about a release as a whole: how many answered, how the figures were protected.
 * Sentences about single questions are in story.ts.
 */
import type { Certificate } from '../certificate.ts';
import { isLowResponse, type Release, type ReleasedVersion } from '../release.ts';
import { peopleOf } from './story.ts';

/** The heading of a version. */
export function versionName(version: string): string {
	if (version === '16-25') return 'Care leavers, 16 to 25';
	const [from, to] = version.split('-');
	const people = peopleOf(version);
	return `${people.charAt(0).toUpperCase()}${people.slice(1)}, ${from} to ${to}`;
}

function peopleOfAll(versions: readonly ReleasedVersion[]): string {
	const all = new Set(versions.map(({ version }) => peopleOf(version)));
	return all.size === 1 ? [...all].join('') : 'children and young people';
}

/** How many answered, of how many, in one sentence. */
export function sayAnswered({ version, answered, eligible }: ReleasedVersion): string {
	const about = answered === 0 ? 'Fewer than three' : `About ${answered}`;
	return `${about} of the ${eligible} ${peopleOf(version)} who were asked sent their answers.`;
}

/** The same in a few words, for a list. */
export function sayShortly({ answered, eligible }: ReleasedVersion): string {
	return `${answered === 0 ? 'Fewer than three' : `About ${answered}`} of ${eligible} answered`;
}

/** The story of a release in one or two sentences. */
export function sayStory({ versions }: Release): string {
	const [only] = versions;
	if (only && versions.length === 1) return sayAnswered(only);
	const sum = (key: 'answered' | 'eligible') => versions.reduce((total, version) => total + version[key], 0);
	const who = peopleOfAll(versions);
	return `About ${sum('answered')} of the ${sum('eligible')} ${who} who were asked sent their answers.`;
}

/** What to keep in mind where under half answered; null elsewhere. */
export function warnOfFew(version: ReleasedVersion): string | null {
	if (!isLowResponse(version)) return null;
	return `Under half answered. Those who did not may see things differently, so read these figures as what the ${peopleOf(version.version)} who answered said, not as what all of them think.`;
}

const HALVES: Record<Certificate['recoveryHalves'], string> = {
	destroyed: 'It was noted that both people who held half of the spare key have destroyed theirs.',
	kept: 'Not everybody who held half of the spare key has said that theirs is destroyed. Until then, somebody with both halves and a copy of the sealed ballots could open them.',
	'none given out': 'No spare copy of the key was given out.'
};

/** What was done to the figures and what is left to trust, sentence by sentence. */
export function sayCertificate(certificate: Certificate): string[] {
	const { values, percentages, bands, withheld, duplicatesAtMost, spareCards, leftOut } = certificate;
	const second =
		duplicatesAtMost === 0
			? 'No replacement cards were noted, so nobody should have answered twice.'
			: `${duplicatesAtMost === 1 ? 'One replacement card was' : `${duplicatesAtMost} replacement cards were`} noted, so at most ${duplicatesAtMost} of the answers could be somebody’s second.`;
	return [
		`${values} figures are published: ${percentages} as percentages, ${bands} as “almost nobody” or “almost everybody”, ${withheld} not shown because too few answered.`,
		second,
		...(spareCards > duplicatesAtMost
			? [`${spareCards} spare cards were made. One handed out without a note would count as a further answer.`]
			: []),
		...(leftOut > 0 ? [`${leftOut} ballots were damaged and could not be counted.`] : []),
		HALVES[certificate.recoveryHalves]
	];
}

/** How the figures were protected, for a reader who wants to know why they are round. */
export const METHOD: readonly string[] = [
	'Nobody, at the council or elsewhere, can look answers up. When a wave closes they are counted once, and what you see here was frozen then.',
	'A question is shown only if at least 10 answered it. Skipped questions and “I would rather not say” are not counted.',
	'Percentages are rounded to the nearest 5, or to the nearest 10 where fewer than about 30 answered. The number who answered is rounded to the nearest 5.',
	'“Almost nobody” means two at most, and may be none. “Almost everybody” means all but two at most, and may be all. Nobody can tell which.',
	'Where a question has two answers, one figure is given; the other is what is left.',
	'Questions about the young people themselves, and what they wrote in their own words, are not in these tables.'
];
