import { expect, it } from 'vitest';
import { isPicked, PREFER_NOT, VERSIONS, type Question } from './question.ts';
import { questionnaireOf } from './questionnaire.ts';

interface Asked {
	name: string;
	routed: boolean;
	question: Question;
}

/** Every indicator with the places it is asked in one scale family: those are drawn as one figure. */
function pools(): [string, Asked[]][] {
	const found = new Map<string, Asked[]>();
	for (const version of VERSIONS)
		for (const { when, questions } of questionnaireOf(version).pages)
			for (const question of questions) {
				if (!question.indicator) continue;
				const pool = `${question.indicator} in ${question.scale}`;
				const asked = { name: `${version} ${question.key}`, routed: when !== undefined, question };
				found.set(pool, [...(found.get(pool) ?? []), asked]);
			}
	return [...found].filter(([, asked]) => asked.length > 1);
}

/** A way to say that it does not fit, which is not counted. */
const lets = ({ question }: Asked): boolean =>
	isPicked(question) && question.options.some(({ key, unpublished }) => unpublished && key !== PREFER_NOT);

it('pools no answers of everybody with answers of some, unless those whom it does not fit can say so', () => {
	expect(pools().length).toBeGreaterThan(20);
	const unlike = pools().flatMap(([, asked]) =>
		asked.some(({ routed }) => routed) ? asked.filter((one) => !one.routed && !lets(one)).map(({ name }) => name) : []
	);
	expect(unlike).toEqual([]);
});
