/*
 * 4–7, what the helper is asked: who they are, by kind only, and at the end the groups the child belongs to.
 * Wording and broad groups only; in or out of the council's area is left out, because a helper may not know.
 */
import type { Choice } from '../../question.ts';
import { personal } from '../scales.ts';

const domain = 'well-being';
const NOT_KNOWN = { key: 'not-sure', label: 'I do not know', sign: 'not-sure', unpublished: true } as const;

export const WHO_HELPS: Choice = {
	type: 'choice',
	key: 'helper',
	domain,
	text: 'Who is sitting with the child?',
	help: 'The child’s own social worker or carer cannot be the helper. We keep what kind of helper you are, not your name.',
	sign: 'helper',
	options: [
		{ key: 'school', label: 'Someone from school or nursery', sign: 'teacher' },
		{ key: 'support', label: 'A learning support or family support worker', sign: 'help' },
		{ key: 'advocate', label: 'An advocate or visitor', sign: 'advocate' },
		{ key: 'else', label: 'Someone else, but not their social worker or carer', sign: 'else' }
	]
};

export const GENDER: Choice = personal({
	type: 'choice',
	key: 'gender',
	domain,
	text: 'Which of these fits the child best?',
	help: 'We ask to see if life in care is as good for all. We only show big groups, never one child.',
	sign: 'me',
	grouping: 'gender',
	options: [
		{ key: 'girl', label: 'A girl', sign: 'girl' },
		{ key: 'boy', label: 'A boy', sign: 'boy' },
		{ key: 'another', label: 'Another word fits better', sign: 'else' }
	],
	groups: { girl: 'girls', boy: 'boys', another: 'another' }
});

export const HOME: Choice = personal({
	type: 'choice',
	key: 'home',
	domain,
	text: 'Who does the child live with?',
	sign: 'house',
	grouping: 'home',
	options: [
		{ key: 'foster', label: 'Foster carers', sign: 'adults' },
		{ key: 'kinship', label: 'Family or friends who are the child’s carers', sign: 'family' },
		{ key: 'childrens-home', label: 'Staff and others in a children’s home', sign: 'house' },
		{ key: 'parents', label: 'Their mum or dad', sign: 'mum' },
		{ key: 'else', label: 'Someone else', sign: 'else' },
		NOT_KNOWN
	],
	groups: {
		foster: 'family-home',
		kinship: 'family-home',
		'childrens-home': 'other-home',
		parents: 'other-home',
		else: 'other-home'
	}
});

export const DISABILITY: Choice = personal({
	type: 'choice',
	key: 'disability',
	domain,
	text: 'Does the child have a disability, or a health problem that lasts a year or more?',
	help: 'This can be about their body, their mind or how they learn.',
	sign: 'health',
	grouping: 'disability',
	options: [{ key: 'yes', label: 'Yes', sign: 'yes' }, { key: 'no', label: 'No', sign: 'no' }, NOT_KNOWN],
	groups: { yes: 'disabled', no: 'not-disabled' }
});
