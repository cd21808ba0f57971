/*
 * What the demonstration council decided about itself. The telephone numbers are of the ranges that Ofcom keeps for drama.
 */
import type { Settings } from '#lib/settings/registry.ts';
import { HOME_DISTRICTS } from './names.ts';

export const DECIDED: Partial<Settings> = {
	'council name': 'Harbour City Council (demonstration)',
	'short name': 'Harbour City',
	districts: [...HOME_DISTRICTS],
	'advocacy service': {
		name: 'Harbour Advocates',
		phone: '0808 157 0123',
		hours: 'Monday to Friday, 9 to 6',
		night: 'Leave a message. They ring back the next working day.'
	},
	'participation team': {
		name: 'Priya and the participation team',
		phone: '023 8018 0123',
		hours: 'Monday to Friday, 10 to 5',
		night: 'Nobody answers. If you need someone now, ring Childline.'
	}
};
