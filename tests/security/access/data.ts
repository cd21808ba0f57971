/*
 * Routes of requests about one's own data: the safeguarding lead answers, soon after a proof of who it is.
 */
import { all, type Table } from './access.ts';

const LEAD = all('safeguarding lead');
const form = { default: 'same' } as const;
const given = { for: LEAD, object: 'given copy', methods: ['GET'], proof: true } as const;

export const DATA_ROUTES: Table = {
	'/staff/data-requests': { for: LEAD },
	'/staff/data-requests/new': { for: LEAD, actions: form, proof: true },
	'/staff/data-requests/[request]': {
		for: LEAD,
		object: 'data request',
		actions: { acknowledge: 'same', answer: 'same', collect: 'same' },
		proof: true
	},
	'/staff/data-requests/[request]/copy': {
		for: LEAD,
		object: 'data request',
		actions: { keep: 'same', give: 'same' },
		proof: true
	},
	'/staff/data-requests/[request]/copy/copy.pdf': given,
	'/staff/data-requests/[request]/copy/copy.json': given
};
