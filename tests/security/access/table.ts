/*
 * The whole table, and the areas with who may enter them at all: by hand, not taken from the sources.
 */
import type { Comer } from '../inhabitants.ts';
import type { Table } from './access.ts';
import { DATA_ROUTES } from './data.ts';
import { OPEN_ROUTES } from './open.ts';
import { OWN_ROUTES } from './own.ts';
import { PEOPLE_ROUTES } from './people.ts';
import { SETTINGS_ROUTES } from './settings.ts';
import { STAFF_ROUTES } from './staff.ts';

export const ACCESS: Table = {
	...OPEN_ROUTES,
	...DATA_ROUTES,
	...OWN_ROUTES,
	...PEOPLE_ROUTES,
	...SETTINGS_ROUTES,
	...STAFF_ROUTES
};

const COUNCIL_STAFF = ['participation officer', 'IRO', 'social worker', 'safeguarding lead', 'administrator'] as const;

export const ENTERED_BY: Readonly<Record<string, readonly Comer[]>> = {
	me: ['young person'],
	staff: COUNCIL_STAFF,
	committee: ['committee member', 'participation officer', 'administrator'],
	advocate: ['advocacy worker'],
	account: [...COUNCIL_STAFF, 'committee member', 'advocacy worker']
};
