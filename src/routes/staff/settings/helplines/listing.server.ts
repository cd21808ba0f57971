/*
 * What the three pages of the helplines share: which settings they carry, and a line as it was typed.
 */
import { keyFor, type Helpline } from '#lib/settings/helplines.ts';
import type { SettingKey } from '#lib/settings/registry.ts';
import { orShipped } from '#lib/settings/setting.ts';

export const KEYS = ['helplines', 'helplines checked'] as const satisfies readonly SettingKey[];

/** A line as typed: with its key where it has one, else with a new one. */
export function helplineIn(form: FormData, lines: readonly Helpline[], key?: string): Helpline {
	const field = (name: string) => String(form.get(name) ?? '');
	return {
		key:
			key ??
			keyFor(
				field('name'),
				lines.map((one) => one.key)
			),
		name: field('name'),
		number: field('number'),
		always: form.get('always') === 'yes',
		hours: orShipped(field('hours')),
		about: orShipped(field('about'))
	};
}
