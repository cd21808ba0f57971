/*
 * What each version's opening page says, point by point, and the sign beside it. The words are in i18n/.
 */
import type { Version } from '#lib/surveys/question.ts';
import type { Sign } from '#lib/surveys/sign.ts';

export interface Point {
	/** The words' key: `survey:start.<point>.short` and, where there is more to say, `.more`. */
	point: string;
	sign: Sign;
	/** Only the short words are said. */
	brief?: true;
}

const OLDER: readonly Point[] = [
	{ point: 'what', sign: 'say' },
	{ point: 'long', sign: 'time' },
	{ point: 'skip', sign: 'skip' },
	{ point: 'who', sign: 'locked-box' },
	{ point: 'known', sign: 'secret' },
	{ point: 'next', sign: 'council' }
];

export const POINTS: Readonly<Record<Version, readonly Point[]>> = {
	'4-7': [
		{ point: 'what', sign: 'say' },
		{ point: 'long', sign: 'book', brief: true },
		{ point: 'skip', sign: 'skip' },
		{ point: 'who', sign: 'helper' },
		{ point: 'known', sign: 'secret' },
		{ point: 'safe', sign: 'safe' },
		{ point: 'next', sign: 'council' }
	],
	'8-10': [...OLDER, { point: 'helped', sign: 'helper' }],
	'11-17': OLDER,
	'16-25': OLDER
};

/** The points for the grown-up beside a young child. */
export const FOR_THE_HELPER = ['who', 'how', 'before', 'known', 'danger', 'long'] as const;
