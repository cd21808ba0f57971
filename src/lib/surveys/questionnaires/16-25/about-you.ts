/*
 * 16–25, about you: the four questions that define groupings, asked last. Wording and broad groups only.
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
			help: 'We ask to see if life is as good for everyone. We only show big groups, never one person.',
			grouping: 'gender',
			options: [
				{ key: 'woman', label: 'A woman' },
				{ key: 'man', label: 'A man' },
				{ key: 'another', label: 'Another word fits me better' }
			],
			groups: { woman: 'girls', man: 'boys', another: 'another' }
		}),
		personal({
			type: 'choice',
			key: 'home',
			domain,
			text: 'Where do you live at the moment?',
			grouping: 'home',
			options: [
				{ key: 'own', label: 'My own flat or house, by myself or with my partner or child' },
				{ key: 'shared', label: 'A shared house or student room' },
				{ key: 'supported', label: 'A place with staff who help' },
				{ key: 'carers', label: 'With foster carers, or carers from my family' },
				{ key: 'parents', label: 'With my mum or dad' },
				{ key: 'nowhere', label: 'With friends for now, in a hostel, or nowhere fixed' },
				{ key: 'else', label: 'Somewhere else' }
			],
			groups: {
				carers: 'family-home',
				own: 'other-home',
				shared: 'other-home',
				supported: 'other-home',
				parents: 'other-home',
				nowhere: 'other-home',
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
			text: 'Do you live in the area of the council that looked after you?',
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
