/*
 * The groupings that the survey itself can define, with their broad groups in words for staff and committee.
 * Which answer belongs to which group is said by the about-you questions in questionnaires/.
 */
import type { Grouping } from './question.ts';

export interface Group {
	key: string;
	name: string;
}

export const GROUPING_WORDS: Readonly<Record<Grouping, { name: string; groups: readonly Group[] }>> = {
	gender: {
		name: 'Gender',
		groups: [
			{ key: 'girls', name: 'Girls and young women' },
			{ key: 'boys', name: 'Boys and young men' },
			{ key: 'another', name: 'Another gender' }
		]
	},
	home: {
		name: 'Who they live with',
		groups: [
			{ key: 'family-home', name: 'Foster or kinship home' },
			{ key: 'other-home', name: 'Anywhere else' }
		]
	},
	area: {
		name: 'In or out of the area',
		groups: [
			{ key: 'inside', name: 'In the council’s area' },
			{ key: 'outside', name: 'Outside the council’s area' }
		]
	},
	disability: {
		name: 'Disability or long-term condition',
		groups: [
			{ key: 'disabled', name: 'Disability or long-term condition' },
			{ key: 'not-disabled', name: 'No disability or long-term condition' }
		]
	}
};

/** The words for those who skipped the about-you question, would rather not say, or did not know. */
export const DID_NOT_SAY = 'Did not say';
