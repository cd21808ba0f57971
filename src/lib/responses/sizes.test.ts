import { describe, expect, it } from 'vitest';
import { questionnaireOf, questionsOf } from '#lib/surveys/questionnaire.ts';
import { VERSIONS, type Question } from '#lib/surveys/question.ts';
import { BALLOT_BYTES } from './ballots.server.ts';
import { DRAFT_BYTES } from './draft.ts';

const LENGTH_FIELD = 4;

/** The longest answer a question can be given, as it is stored. */
function fullest(question: Question): string | string[] {
	if (question.type === 'comment') return [];
	if (question.type === 'scale') return '10';
	if (question.type === 'number') return String(question.most);
	const keys = question.options.map(({ key }) => key);
	return question.type === 'choose-all' ? keys : keys.reduce((one, other) => (other.length > one.length ? other : one));
}

describe.each(VERSIONS)('the fullest answers to %s', (version) => {
	const questionnaire = questionnaireOf(version);
	const questions = questionsOf(questionnaire).filter(({ type }) => type !== 'comment');
	const answers = Object.fromEntries(questions.map((question) => [question.key, fullest(question)]));

	it('fit into a draft with every page done, so that none is ever refused for its size', () => {
		const done = Object.fromEntries(questionnaire.pages.map(({ key }) => [key, 'abcdef']));
		const bytes = Buffer.byteLength(JSON.stringify({ done, answers })) + LENGTH_FIELD;
		expect(bytes).toBeLessThanOrEqual(DRAFT_BYTES.answers);
	});

	it('fit into a ballot', () => {
		const bytes = Buffer.byteLength(JSON.stringify({ version, answers })) + LENGTH_FIELD;
		expect(bytes).toBeLessThanOrEqual(BALLOT_BYTES);
	});
});
