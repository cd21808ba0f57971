/*
 * What every settings page does alike: shows some settings with their history, changes them, and changes back.
 * What stands in a page's form is its own; what may be set is the rule of each setting.
 */
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import { database } from '#lib/database/running.server.ts';
import {
	changeBack,
	changesOf,
	changeSettings,
	mayChangeSettings,
	seenOf,
	type Changed
} from '#lib/settings/changes.server.ts';
import { SETTINGS, SHIPPED, type SettingKey, type Settings } from '#lib/settings/registry.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { textsOf } from '../form.ts';

type Asked = Pick<RequestEvent, 'locals' | 'request'>;

/** Whoever may change settings; for anyone else there is nothing here. */
export function administratorIn(locals: App.Locals): SignedIn {
	if (!locals.actor || !mayChangeSettings(locals.actor)) error(404, 'There is nothing here.');
	return locals.actor;
}

/** Some settings as they are now, what the page must carry, and their history. */
export async function shown(locals: App.Locals, keys: readonly SettingKey[]) {
	const actor = administratorIn(locals);
	const settings = await readSettings(database());
	const history = await changesOf(database(), actor, keys, settings);
	return {
		settings,
		seen: seenOf(settings, keys),
		history: history.map(({ at, ...change }) => ({ ...change, at: momentInWords(at) }))
	};
}

/** What the page says after a change: what was saved, or what was typed with what is in the way. */
export function told(changed: Changed, form: FormData) {
	const given = textsOf(form);
	switch (changed.kind) {
		case 'changed': {
			const labels = changed.keys.map((key) => SETTINGS[key].label).join(', ');
			return { said: `Saved: ${labels}. Every page shows it within a few seconds.`, given: null };
		}
		case 'nothing changed':
			return { said: 'That is how it was already, so nothing was changed.', given: null };
		case 'wrong':
			return fail(422, { faults: changed.faults, given });
		case 'changed in between':
			return fail(409, { between: true, given });
		case 'not allowed':
			error(404, 'There is nothing here.');
	}
}

/** One change of these settings: what the form says, seen against what the settings are. */
export function changing(
	keys: readonly SettingKey[],
	values: (form: FormData, settings: Settings) => Partial<Settings>
) {
	return async ({ locals, request }: Asked) => {
		const actor = administratorIn(locals);
		const form = await request.formData();
		const seen = { keys, print: String(form.get('seen') ?? '') };
		const wanted = values(form, await readSettings(database()));
		return told(await changeSettings(database(), actor, wanted, new Date(), seen), form);
	};
}

/** The ways back that every page has: to what it was before a change, and to what was shipped. */
export function waysBack(keys: readonly SettingKey[]) {
	const one = (form: FormData) => keys.find((key) => key === form.get('key'));
	return {
		back: async ({ locals, request }: Asked) => {
			const actor = administratorIn(locals);
			const form = await request.formData();
			const seen = { keys, print: String(form.get('seen') ?? '') };
			const asked = { key: String(form.get('key') ?? ''), back: String(form.get('back') ?? '') };
			return told(await changeBack(database(), actor, asked, new Date(), seen), new FormData());
		},
		shipped: changing(keys, (form) => {
			const key = one(form);
			return key ? { [key]: SHIPPED[key] } : {};
		})
	};
}
