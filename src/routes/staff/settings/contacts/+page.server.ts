import type { Contact } from '#lib/settings/young/contact.ts';
import type { SettingKey } from '#lib/settings/registry.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const KEYS = ['advocacy service', 'participation team'] as const satisfies readonly SettingKey[];

/** A contact as typed; null when every box was left empty. */
function contactIn(form: FormData, key: string): Contact | null {
	const field = (name: string) => String(form.get(`${key}: ${name}`) ?? '');
	const contact = { name: field('name'), phone: field('phone'), hours: field('hours'), night: field('night') };
	return Object.values(contact).some((words) => words.trim() !== '') ? contact : null;
}

export const load: PageServerLoad = ({ locals }) => shown(locals, KEYS);

export const actions: Actions = {
	change: changing(KEYS, (form) => ({
		'advocacy service': contactIn(form, 'advocacy service'),
		'participation team': contactIn(form, 'participation team')
	})),
	...waysBack(KEYS)
};
