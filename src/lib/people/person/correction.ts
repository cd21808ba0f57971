/*
 * Adding and correcting one young person by hand: what a form gives, who may change what, and which of it differs.
 * Rules only; unlike in a file, a blank field means that there is nothing.
 */
import { z } from 'zod';
import { readDay } from '#lib/calendar/day.ts';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import type { Tie } from '../caseload.ts';

const NOT_WHOLE = 'The form did not arrive whole, so nothing was changed. Load the page again and send it once more.';
const text = () => z.string({ error: NOT_WHOLE });
const long = (what: string) =>
	text()
		.trim()
		.max(500, { error: `${what} can be 500 characters long at most.` })
		.transform((text) => (text === '' ? null : text));
/** A box that is not ticked is not in the form at all. */
const ticked = z
	.string()
	.optional()
	.transform((given) => given === 'yes');
const chosen = text().transform((id) => (id === '' ? null : id));

const fields = z.object({
	preferredName: long('The preferred name'),
	language: long('The language'),
	interpreter: ticked,
	communicationNeeds: long('Communication needs'),
	mayBeTold: long('Who may be told what'),
	addressUnsafe: ticked,
	optedOut: ticked,
	school: long('The school'),
	disability: long('Disability'),
	team: long('The team'),
	district: long('The district'),
	accountWanted: ticked,
	unaccompanied: ticked,
	standing: z.enum(['in care', 'care leaver', 'left'], { error: 'Say how they stand: in care, care leaver or left.' }),
	shortBreaks: ticked,
	withAdopters: ticked,
	died: ticked,
	born: text().transform((given, context) => {
		const day = readDay(given.trim());
		if (day) return day;
		context.addIssue({ code: 'custom', message: 'Give the date of birth, such as 04/03/2015.' });
		return z.NEVER;
	}),
	sex: text().trim().max(20),
	/** Ids of colleagues; null for nobody. */
	iro: chosen,
	socialWorker: chosen
});

/** Everything about a young person that can be put right by hand. */
export type Correctable = z.output<typeof fields>;
export type Field = keyof Correctable;

/** The fields as a page and the record name them. */
export const FIELD_WORDS: Readonly<Record<Field, string>> = {
	preferredName: 'preferred name',
	language: 'language',
	interpreter: 'interpreter',
	communicationNeeds: 'communication needs',
	mayBeTold: 'who may be told',
	addressUnsafe: 'address unsafe',
	optedOut: 'opted out',
	school: 'school',
	disability: 'disability',
	team: 'team',
	district: 'district',
	accountWanted: 'account wanted',
	unaccompanied: 'unaccompanied',
	standing: 'standing',
	shortBreaks: 'short breaks',
	withAdopters: 'with adopters',
	died: 'died',
	born: 'date of birth',
	sex: 'sex',
	iro: 'IRO',
	socialWorker: 'social worker'
};

const ALL = Object.keys(FIELD_WORDS) as Field[];
const BY_WORKERS: readonly Field[] = [
	'preferredName',
	'language',
	'interpreter',
	'communicationNeeds',
	'mayBeTold',
	'addressUnsafe',
	'optedOut'
];

/** How somebody stands: set by hand, an earlier return does not overrule it. */
export const STANDING_FIELDS: readonly Field[] = ['standing', 'shortBreaks', 'withAdopters', 'died'];

/** What an actor may correct of somebody: the participation officer everything, their workers what they hear first. */
export function correctableBy(actor: Actor, ties: readonly Tie[]): readonly Field[] {
	if (actsAs(actor, 'participation officer')) return ALL;
	return ties.length > 0 ? BY_WORKERS : [];
}

export type CorrectionRead = { kind: 'read'; given: Partial<Correctable> } | { kind: 'wrong'; reasons: string[] };

/** Reads what a form gives, of the fields that may be changed; anything else in the form is passed over. */
export function readCorrection(
	given: Readonly<Record<string, unknown>>,
	may: readonly Field[],
	today: string
): CorrectionRead {
	const allowed = fields.pick(Object.fromEntries(may.map((field) => [field, true])) as Record<Field, true>);
	const read = allowed.safeParse(given);
	if (!read.success) return { kind: 'wrong', reasons: [...new Set(read.error.issues.map(({ message }) => message))] };
	const data: Partial<Correctable> = read.data;
	if (data.born !== undefined && data.born > today)
		return { kind: 'wrong', reasons: ['The date of birth is in the future.'] };
	// Whoever has died is in nobody's care any more, whatever else was ticked.
	return { kind: 'read', given: data.died ? { ...data, standing: 'left' } : data };
}

/** The fields that differ. */
export function changedFields(before: Correctable, given: Partial<Correctable>): Field[] {
	return ALL.filter((field) => given[field] !== undefined && given[field] !== before[field]);
}

/** What is stored, as a form shows it. */
export function asForm(stored: Correctable): Record<string, string> {
	const shown = (value: string | boolean | null): string =>
		typeof value === 'boolean' ? (value ? 'yes' : '') : (value ?? '');
	return Object.fromEntries(ALL.map((field) => [field, shown(stored[field])]));
}
