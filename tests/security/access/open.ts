/*
 * Routes where everybody may be, signed in or not: the survey, help, the doors.
 */
import { RECORDING } from '../../data/sounds.ts';
import type { Access, Table } from './access.ts';

const page: Access = { for: 'everybody' };
const form: Access = { for: 'everybody', actions: { default: 'same' } };
const endpoint = (...methods: string[]): Access => ({ for: 'everybody', methods });

export const OPEN_ROUTES: Table = {
	'/': page,
	'/accessibility': page,
	'/comfort': { ...form, methods: ['POST'] },
	'/help': page,
	'/help/data': form,
	'/help/data/answer': form,
	'/help/data/gone': page,
	'/help/talk': { for: 'everybody', actions: { look: 'same', change: 'same', send: 'same' } },
	'/help/talk/answer': { for: 'everybody', actions: { code: 'same', write: 'same' } },
	'/help/talk/leave': endpoint('POST'),
	'/privacy': page,
	'/health': endpoint('GET'),
	'/closed': page,
	'/leave': endpoint('POST'),
	'/sign-out': endpoint('POST'),
	'/survey': form,
	'/survey/[page]': { ...form, object: { text: 'page-1' } },
	'/survey/here': endpoint('POST'),
	'/survey/leave': endpoint('POST'),
	'/survey/next': endpoint('GET'),
	'/survey/pause': endpoint('GET'),
	'/survey/paused': page,
	'/survey/pictures': { for: 'everybody', actions: { keep: 'same', back: 'same', once: 'same' } },
	'/survey/review': form,
	'/survey/sound/[sound]': { ...endpoint('GET'), object: { text: RECORDING } },
	'/survey/start': page,
	'/survey/stopping': page,
	'/survey/thanks': page,
	'/enrol': form,
	'/enrol/codes': form,
	'/enrol/password': form,
	'/enrol/second': { for: 'everybody', actions: { code: 'same', passkey: 'same' } },
	'/join': form,
	'/join/card': form,
	'/join/name': form,
	'/join/passkey': form,
	'/join/pictures': form,
	'/join/way': page,
	'/join/words': form,
	'/sign-in': form,
	'/sign-in/again': { for: 'everybody', actions: { code: 'same', passkey: 'same' } },
	'/sign-in/card': form,
	'/sign-in/passkey': form,
	'/sign-in/pictures': form,
	'/sign-in/words': form,
	'/sign-in/staff': form,
	'/sign-in/staff/passkey': form,
	'/sign-in/staff/second': { for: 'everybody', actions: { code: 'same', recovery: 'same', passkey: 'same' } },
	// No identity provider is set here; tests/single-sign-on.test.ts walks through one.
	'/sign-in/staff/council': { ...page, absent: true },
	'/sign-in/staff/council/back': { ...page, absent: true }
};
