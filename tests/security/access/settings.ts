/*
 * Routes of the settings, of staff and their roles: administrators only, and recordings for participation officers as well;
 * roles soon after a proof of who it is.
 */
import { all, own, type Access, type Table } from './access.ts';

const ADMINISTRATOR = all('administrator');
const page: Access = { for: ADMINISTRATOR };
const changing: Access = { ...page, actions: { change: 'same', back: 'same', shipped: 'same' } };
const form = { default: 'same' } as const;
const recorder: Access = { for: all('participation officer', 'administrator') };
/** Somebody of the council; the advocacy service's people are nobody here. */
const colleague: Access = { for: own('administrator'), object: 'colleague', proof: true };
const request: Access = { for: ADMINISTRATOR, object: 'role request', actions: form, proof: true };

export const SETTINGS_ROUTES: Table = {
	'/staff/settings': page,
	'/staff/settings/clocks': changing,
	'/staff/settings/contacts': changing,
	'/staff/settings/council': changing,
	'/staff/settings/districts': changing,
	'/staff/settings/helplines': {
		...page,
		actions: { checked: 'same', move: 'same', remove: 'same', back: 'same', shipped: 'same' }
	},
	'/staff/settings/helplines/[line]': { ...changing, object: { text: 'nyas' } },
	'/staff/settings/helplines/new': changing,
	'/staff/settings/notices': { ...page, actions: { again: 'same', test: 'same' } },
	'/staff/settings/recordings': { ...recorder, actions: { add: 'same' } },
	'/staff/settings/recordings/[recording]/removal': { ...recorder, object: 'recording', actions: form },
	'/staff/settings/record': page,
	'/staff/settings/record/export': { ...page, proof: true },
	'/staff/settings/record/export/record.csv': { ...page, methods: ['GET'], proof: true },
	'/staff/settings/talking': { ...changing, proof: true },
	'/staff/settings/retention': { ...changing, proof: true },
	'/staff/settings/texts': changing,
	'/staff/settings/staff': { ...page, proof: true, actions: { search: 'same' } },
	'/staff/settings/staff/[person]': colleague,
	'/staff/settings/staff/[person]/disabling': { ...colleague, actions: form },
	'/staff/settings/staff/[person]/enabling': { ...colleague, actions: form },
	'/staff/settings/staff/[person]/enrolment': { ...colleague, actions: form },
	'/staff/settings/staff/[person]/leaving': { ...colleague, actions: form },
	'/staff/settings/staff/[person]/roles': { ...colleague, actions: form },
	'/staff/settings/staff/new': { ...page, proof: true, actions: form },
	'/staff/settings/staff/requests/[request]/approval': request,
	'/staff/settings/staff/requests/[request]/refusal': request
};
