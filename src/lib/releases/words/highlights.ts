/*
 * The questions a reader should look at first: those with the most and the fewest positive answers.
 * An order of published values only; whether a difference is more than chance is not said here.
 */
import type { ReleasedQuestion, ReleasedVersion } from '../release.ts';
import { positiveShare, sayWhat } from './story.ts';

export interface Highlight {
	key: string;
	sentence: string;
}

export interface Highlights {
	most: Highlight[];
	fewest: Highlight[];
}

const AT_MOST = 4;

/** Up to four questions where surely more than half were positive, and up to four where that is not so, each in order. */
export function highlightsOf(version: ReleasedVersion): Highlights {
	const judged = version.domains
		.flatMap((domain) => domain.questions)
		.flatMap((question) => {
			const share = positiveShare(question);
			return share ? [{ question, share, middle: share.least + share.most }] : [];
		})
		.sort((a, b) => b.middle - a.middle);
	const show = ({ question }: { question: ReleasedQuestion }) => ({
		key: question.key,
		sentence: sayWhat(question, version.version)
	});
	return {
		most: judged
			.filter(({ share }) => share.least > 0.5)
			.slice(0, AT_MOST)
			.map(show),
		fewest: judged
			.filter(({ share }) => share.least <= 0.5)
			.reverse()
			.slice(0, AT_MOST)
			.map(show)
	};
}
