/*
 * 11–17, about you: the four questions that define groupings, asked last. Wording and broad groups only.
 */
import type { Page } from '../../content.ts';
import { personal } from '../scales.ts';

const domain = 'well-being';

export const YOU_AND_HOME: Omit<Page, 'key'> = {
	domain,
	title: 'Last bit: about you',
	questions: [
		personal({
			type: 'choice',
			key: 'gender',
			domain,
			text: 'Which of these fits you best?',
			help: 'We ask to see if life in care is as good for everyone. We only show big groups, never one person.',
			grouping: 'gender',
			options: [
				{ key: 'girl', label: 'A girl or young woman' },
				{ key: 'boy', label: 'A boy or young man' },
				{ key: 'another', label: 'Another word fits me better' }
			],
			groups: { girl: 'girls', boy: 'boys', another: 'another' }
		}),
		personal({
			type: 'choice',
			key: 'home',
			domain,
			text: 'Who do you live with?',
			grouping: 'home',
			options: [
				{ key: 'foster', label: 'Foster carers' },
				{ key: 'kinship', label: 'Family or friends who are my carers' },
				{ key: 'childrens-home', label: 'Staff and others in a children’s home' },
				{ key: 'supported', label: 'I have my own room or flat, with staff who help' },
				{ key: 'parents', label: 'My mum or dad' },
				{ key: 'else', label: 'Someone else' }
			],
			groups: {
				foster: 'family-home',
				kinship: 'family-home',
				'childrens-home': 'other-home',
				supported: 'other-home',
				parents: 'other-home',
				else: 'other-home'
			}
		})
	]
};

export const AREA_AND_HEALTH: Omit<Page, 'key'> = {
	domain,
	title: 'Last bit: about you',
	questions: [
		personal({
			type: 'choice',
			key: 'area',
			domain,
			text: 'Do you live in the area of the council that looks after you?',
			help: 'If you are not sure, that is fine.',
			grouping: 'area',
			options: [
				{ key: 'inside', label: 'Yes' },
				{ key: 'outside', label: 'No, I live somewhere else' },
				{ key: 'not-sure', label: 'I am not sure' }
			],
			groups: { inside: 'inside', outside: 'outside' }
		}),
		personal({
			type: 'choice',
			key: 'disability',
			domain,
			text: 'Do you have a disability, or a health problem that lasts a year or more?',
			help: 'This can be about your body, your mind or how you learn.',
			grouping: 'disability',
			options: [
				{ key: 'yes', label: 'Yes' },
				{ key: 'no', label: 'No' },
				{ key: 'not-sure', label: 'I am not sure' }
			],
			groups: { yes: 'disabled', no: 'not-disabled' }
		})
	]
};
