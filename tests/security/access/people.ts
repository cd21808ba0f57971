/*
 * Routes of young people's records. Officers and the safeguarding lead see everybody, workers their own; administrators
 * and the Committee nobody.
 */
import { all, own, type Access, type Table } from './access.ts';

const form = { default: 'same' } as const;
const OFFICER = all('participation officer');
const SEEKERS = all('participation officer', 'safeguarding lead', 'IRO', 'social worker');
const EVERYONE = all('participation officer', 'safeguarding lead');
const card: Access = { for: { ...OFFICER, ...own('IRO') }, object: 'young person', actions: form, proof: true };
/** A caseload to hand over, as the form names it; an IRO hands over their own. */
const caseload = {
	for: { ...all('participation officer', 'administrator'), ...own('IRO') },
	object: 'caseload',
	body: (id: string) => `from=${id}&role=IRO`
} as const;

export const PEOPLE_ROUTES: Table = {
	'/staff/people': { for: SEEKERS, actions: form },
	'/staff/people/[person]': { for: { ...EVERYONE, ...own('IRO', 'social worker') }, object: 'young person' },
	'/staff/people/[person]/card': card,
	'/staff/people/[person]/card/stopping': card,
	'/staff/people/[person]/erasure': { for: EVERYONE, object: 'young person', actions: form, proof: true },
	'/staff/people/[person]/details': {
		for: { ...OFFICER, ...own('IRO', 'social worker') },
		object: 'young person',
		actions: form
	},
	// Only who does not work with them is asked why.
	'/staff/people/[person]/reason': { for: EVERYONE, object: 'young person', actions: form },
	'/staff/people/cover': {
		for: SEEKERS,
		proof: true,
		actions: {
			set: { for: { ...OFFICER, ...own('IRO') }, object: 'worker', body: (id: string) => `staffId=${id}` },
			end: { for: { ...OFFICER, ...own('IRO') }, object: 'cover', body: (id: string) => `cover=${id}` }
		}
	},
	'/staff/people/handover': {
		for: caseload.for,
		actions: { check: caseload, handover: caseload, back: 'same' },
		proof: true
	},
	'/staff/people/import': { for: OFFICER, actions: { return: 'same', details: 'same' }, proof: true },
	'/staff/people/import/[draft]': {
		for: own('participation officer'),
		object: 'import draft',
		// "No" drops what waits for whoever says it, wherever they say it.
		actions: { yes: 'same', no: { for: OFFICER } },
		proof: true,
		leadsBack: true,
		goesOn: true
	},
	'/staff/people/new': { for: OFFICER, actions: form },
	'/staff/people/unmatched': {
		for: OFFICER,
		proof: true,
		actions: { again: 'same', match: { body: () => 'role=IRO&name=Nobody&to=nobody' } }
	}
};
