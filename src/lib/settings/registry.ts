/*
 * Every setting there is: its key as it rests, what it may be, and what it is until somebody changes it. Keys that the
 * program keeps for itself (the keyring's, the latch of two administrators) are not here, so no page can show them.
 */
import { z } from 'zod';
import { KEEPING_SETTINGS } from '#lib/retention/schedule.ts';
import { CLOCK_SETTINGS } from './clock.ts';
import { contactInWords, contactSchema, type Contact } from './young/contact.ts';
import { districtsSchema } from './district.ts';
import { dayInWords, readDay } from '#lib/calendar/day.ts';
import { helplineInWords, helplinesSchema, SHIPPED_HELPLINES, type Helpline } from './helplines.ts';
import { LOOK_NAMES, LOOKS, type Look } from './look.ts';
import { line, ownWords, setting, type Setting } from './setting.ts';
import { TALKING_SETTINGS } from './young/talking.ts';
import { exitAddress, QUICK_EXIT_ADDRESS } from './young/quick-exit.ts';

const AS_SHIPPED = 'As shipped';
const words = (label: string, hint: string, most: number): Setting<string | null> =>
	setting({ label, hint, schema: ownWords(most), shipped: null, told: (text) => text ?? AS_SHIPPED });
const contact = (label: string, hint: string): Setting<Contact | null> =>
	setting({ label, hint, schema: contactSchema.nullable(), shipped: null, told: contactInWords });

export const SETTINGS = {
	'council name': setting<string>({
		label: 'Name of the council',
		hint: 'As young people know it. It stands on cards and pages.',
		schema: line(120, 'Please write the council’s name.'),
		shipped: 'Your council',
		told: (name) => name
	}),
	'short name': setting<string | null>({
		label: 'Short name',
		hint: 'For narrow places, beside the mark on pages for staff. Empty: nothing stands there.',
		schema: ownWords(24),
		shipped: null,
		told: (name) => name ?? 'None'
	}),
	look: setting<Look>({
		label: 'Colour',
		hint: 'Of buttons, links and what is chosen. Every one can be read easily, by day and in the dark.',
		schema: z.enum(LOOKS, 'Please choose one of the colours.'),
		shipped: 'indigo',
		told: (look) => LOOK_NAMES[look]
	}),
	districts: setting<string[]>({
		label: 'Districts inside the area',
		hint: 'One on each line, written as in your details file.',
		schema: districtsSchema,
		shipped: [],
		told: (names) => (names.length === 0 ? 'None yet' : names.join(', ')),
		items: (names) => names
	}),
	...CLOCK_SETTINGS,
	...KEEPING_SETTINGS,
	...TALKING_SETTINGS,
	helplines: setting<Helpline[]>({
		label: 'Helplines',
		hint: 'Beneath 999 and Childline, in this order.',
		schema: helplinesSchema,
		shipped: SHIPPED_HELPLINES,
		told: (lines) => lines.map(({ name, number }) => `${name} ${number}`).join(', ') || 'Only 999 and Childline',
		items: (lines) => lines.map(helplineInWords)
	}),
	'helplines checked': setting<string | null>({
		label: 'Helplines last checked',
		hint: 'The day on which somebody of the council rang them all.',
		schema: z
			.string()
			.refine((day) => readDay(day) === day, 'Please give a day.')
			.nullable(),
		shipped: null,
		told: (day) => (day ? dayInWords(day) : 'Never')
	}),
	'advocacy service': contact('Advocacy service', 'The service that the council pays, from outside the council.'),
	'participation team': contact(
		'Participation team',
		'Your own people, who run Earshot and the children in care council.'
	),
	welcome: words('Welcome line', 'The first sentence on the home page.', 140),
	'who runs this': words('Who runs this', 'On the page about privacy: who you are, and who answers for it.', 300),
	'what happens with answers': words(
		'What happens with answers',
		'On the page about privacy: what the council does with what everyone says. Promise only what you keep.',
		400
	),
	'quick exit address': setting<string>({
		label: 'Where “Leave quickly” leads',
		hint: 'A page that anybody might have open, such as the weather.',
		schema: exitAddress,
		shipped: QUICK_EXIT_ADDRESS,
		told: (address) => address
	})
};

export type SettingKey = keyof typeof SETTINGS;

/** Every setting with its value. */
export type Settings = { [Key in SettingKey]: (typeof SETTINGS)[Key] extends Setting<infer Value> ? Value : never };

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** The setting behind a key, whatever its value is. */
export const settingOf = (key: SettingKey): Setting<unknown> => SETTINGS[key] as Setting<unknown>;

/** What is set before anybody has set anything. */
export const SHIPPED = Object.fromEntries(SETTING_KEYS.map((key) => [key, settingOf(key).shipped])) as Settings;

/** A value as it rests, JSON or the plain words of an earlier version; what cannot be read is as shipped. */
export function readValue(key: SettingKey, resting: string): { value: unknown } | null {
	const { schema } = settingOf(key);
	let json: unknown;
	try {
		json = JSON.parse(resting);
	} catch {
		json = resting;
	}
	for (const one of [json, resting]) {
		const read = schema.safeParse(one);
		if (read.success) return { value: read.data };
	}
	return null;
}
