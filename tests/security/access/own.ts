/*
 * Routes that belong to one person: a young person's part, and a member of staff's own account.
 */
import { all, own, type Table } from './access.ts';

const COUNCIL = [
	'participation officer',
	'IRO',
	'social worker',
	'safeguarding lead',
	'committee member',
	'administrator'
] as const;

const STAFF = all(...COUNCIL, 'advocacy worker');
const YOUNG = all('young person');
const form = { default: 'same' } as const;

/** Signing a device out: another's is said to be gone, and stays. */
const device = { object: 'device', body: (id: string) => `device=${id}`, told: true } as const;
const way = { for: YOUNG, actions: form, proof: true } as const;

const givenCopy = { for: own('young person'), object: 'given copy', proof: true } as const;
const copy = { ...givenCopy, methods: ['GET'] } as const;

export const OWN_ROUTES: Table = {
	'/me': { for: YOUNG },
	'/me/here': { for: YOUNG, methods: ['POST'] },
	'/me/data': { for: YOUNG, actions: { copy: 'same' } },
	'/me/data/complaint': { for: YOUNG, actions: form },
	'/me/data/erasure': { for: YOUNG, proof: true },
	'/me/data/erasure/[what]': { for: YOUNG, object: { text: 'messages' }, actions: form, proof: true },
	'/me/data/requests/[request]': { for: own('young person'), object: 'data request' },
	'/me/data/requests/[request]/copy': givenCopy,
	'/me/data/requests/[request]/copy/copy.pdf': copy,
	'/me/data/requests/[request]/copy/copy.json': copy,
	'/me/talk': { for: YOUNG },
	'/me/talk/new': { for: YOUNG, actions: { look: 'same', change: 'same', send: 'same' } },
	'/me/talk/[concern]': { for: own('young person'), object: 'concern', actions: { write: 'same' } },
	'/me/opened': { for: YOUNG },
	'/me/account': { for: YOUNG, actions: { device, others: 'same', card: 'same' } },
	'/me/account/notices': { for: YOUNG, actions: { save: 'same', stop: 'same', try: 'same' }, proof: true },
	'/me/account/ways': { for: YOUNG, actions: { remove: 'same' }, proof: true },
	'/me/account/ways/card': way,
	'/me/account/ways/name': way,
	'/me/account/ways/passkey': way,
	'/me/account/ways/pictures': way,
	'/me/account/ways/words': way,
	'/account': { for: STAFF, actions: { signOut: device, signOutOthers: 'same' } },
	'/account/factors/app': { for: STAFF, actions: { connect: 'same', remove: 'same' }, proof: true },
	'/account/factors/codes': { for: STAFF, actions: form, proof: true },
	'/account/factors/passkeys': { for: STAFF, actions: { add: 'same', remove: 'same' }, proof: true },
	'/account/factors/password': { for: STAFF, actions: form, proof: true },
	'/account/halves': { for: all(...COUNCIL) },
	'/account/halves/[wave]': {
		for: own(...COUNCIL),
		object: 'wave half',
		actions: { fetching: 'same', destroyed: 'same' }
	}
};
