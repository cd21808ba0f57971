/*
 * 8–10, about you: the four questions that define groupings, asked last. Wording and broad groups only.
 */
import type { Page } from '../../content.ts';
import { personal } from '../scales.ts';
import { NOT_SAY } from './scales.ts';

const domain = 'well-being';
const title = 'Last bit: about you';
const NOT_SURE = { key: 'not-sure', label: 'I do not know', sign: 'not-sure', unpublished: true } as const;

export const YOU_AND_HOME: Omit<Page, 'key'> = {
	domain,
	title,
	questions: [
		personal(
			{
				type: 'choice',
				key: 'gender',
				domain,
				text: 'Which word fits you best?',
				help: 'We only show big groups. We never show one child.',
				sign: 'me',
				grouping: 'gender',
				options: [
					{ key: 'girl', label: 'Girl', sign: 'girl' },
					{ key: 'boy', label: 'Boy', sign: 'boy' },
					{ key: 'another', label: 'Some other word', sign: 'else' }
				],
				groups: { girl: 'girls', boy: 'boys', another: 'another' }
			},
			NOT_SAY
		),
		personal(
			{
				type: 'choice',
				key: 'home',
				domain,
				text: 'Who do you live with?',
				sign: 'house',
				grouping: 'home',
				options: [
					{ key: 'foster', label: 'Foster carers', sign: 'adults' },
					{ key: 'kinship', label: 'Family or friends who look after me', sign: 'family' },
					{ key: 'childrens-home', label: 'Staff in a children’s home', sign: 'house' },
					{ key: 'parents', label: 'My mum or dad', sign: 'mum' },
					{ key: 'else', label: 'Someone else', sign: 'else' }
				],
				groups: {
					foster: 'family-home',
					kinship: 'family-home',
					'childrens-home': 'other-home',
					parents: 'other-home',
					else: 'other-home'
				}
			},
			NOT_SAY
		)
	]
};

export const AREA_AND_HEALTH: Omit<Page, 'key'> = {
	domain,
	title,
	questions: [
		personal(
			{
				type: 'choice',
				key: 'area',
				domain,
				text: 'Do you live in your council’s area?',
				help: 'Your council is the one that looks after you.',
				sign: 'council',
				grouping: 'area',
				options: [
					{ key: 'inside', label: 'Yes', sign: 'yes' },
					{ key: 'outside', label: 'No, I live somewhere else', sign: 'no' },
					NOT_SURE
				],
				groups: { inside: 'inside', outside: 'outside' }
			},
			NOT_SAY
		),
		personal(
			{
				type: 'choice',
				key: 'disability',
				domain,
				text: 'Do you have a disability, or a health problem that lasts a long time?',
				help: 'It can be about your body, your mind or how you learn.',
				sign: 'health',
				grouping: 'disability',
				options: [{ key: 'yes', label: 'Yes', sign: 'yes' }, { key: 'no', label: 'No', sign: 'no' }, NOT_SURE],
				groups: { yes: 'disabled', no: 'not-disabled' }
			},
			NOT_SAY
		)
	]
};
