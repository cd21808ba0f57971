/*
 * Routes of the council's waves, the Committee and the advocacy service; people and settings stand beside.
 */
import { all, own, type Access, type Table } from './access.ts';

const OFFICER = all('participation officer');
const COMMITTEE = all('committee member', 'participation officer', 'administrator');
const STAFF = all('participation officer', 'IRO', 'social worker', 'safeguarding lead', 'administrator');
/** Whoever may look at the questionnaires. */
const PLANNERS = all('participation officer', 'administrator', 'safeguarding lead', 'IRO');
const form = { default: 'same' } as const;
/** The safeguarding lead sees every message; an IRO what its young person wanted them to see. */
const concern: Access = { for: { ...all('safeguarding lead'), ...own('IRO') }, object: 'concern' };

export const STAFF_ROUTES: Table = {
	'/advocate': { for: all('advocacy worker') },
	'/committee': { for: COMMITTEE },
	'/committee/releases/[release]': { for: COMMITTEE, object: 'release' },
	'/committee/releases/[release]/release.csv': { for: COMMITTEE, object: 'release', methods: ['GET'], proof: true },
	'/committee/releases/[release]/release.json': { for: COMMITTEE, object: 'release', methods: ['GET'], proof: true },
	'/staff': { for: STAFF },
	'/staff/concerns': { for: all('safeguarding lead', 'IRO', 'social worker') },
	'/staff/concerns/[concern]': {
		...concern,
		actions: { answer: 'same', assign: 'same', again: 'same', file: 'same' }
	},
	'/staff/concerns/[concern]/closing': { ...concern, actions: form },
	'/staff/questionnaires': { for: PLANNERS },
	'/staff/questionnaires/[version]': { for: PLANNERS, object: { text: '11-17' } },
	'/staff/questionnaires/[version]/preview/[page]': {
		for: PLANNERS,
		object: { text: ['11-17', 'page-1'] },
		actions: form
	},
	'/staff/questionnaires/[version]/preview/pause': { for: PLANNERS, object: { text: '11-17' } },
	'/staff/questionnaires/[version]/preview/review': { for: PLANNERS, object: { text: '11-17' }, actions: form },
	'/staff/questionnaires/[version]/preview/start': { for: PLANNERS, object: { text: '11-17' } },
	'/staff/questionnaires/[version]/preview/thanks': { for: PLANNERS, object: { text: '11-17' } },
	'/staff/waves': { for: OFFICER },
	'/staff/waves/new': { for: OFFICER, actions: form },
	'/staff/waves/[wave]': { for: OFFICER, object: 'wave' },
	'/staff/waves/[wave]/closing': { for: OFFICER, object: 'wave', actions: form, proof: true, goesOn: true },
	'/staff/waves/[wave]/halves': { for: OFFICER, object: 'wave', methods: ['POST'] },
	'/staff/waves/[wave]/opening': { for: OFFICER, object: 'wave', actions: form, proof: true },
	'/staff/waves/[wave]/release': { for: OFFICER, object: 'wave', actions: form, proof: true, goesOn: true }
};
