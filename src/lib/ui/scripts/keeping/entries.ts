/*
 * What a form holds, remembered in memory and put back: nothing of it is ever written to the device.
 */
export type Entries = readonly (readonly [name: string, value: string])[];

interface Field {
	readonly name: string;
	readonly type: string;
	value: string;
	checked?: boolean;
}

/** A form's entries as text; files are none of ours. */
export const entriesOf = (data: Iterable<[string, FormDataEntryValue]>): Entries =>
	[...data].map(([name, value]) => [name, String(value)] as const);

export const sameEntries = (one: Entries, other: Entries): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Puts entries back into the fields they came from; what was not ticked then is not ticked now. */
export function putBack(fields: Iterable<Field>, entries: Entries): void {
	const left = new Map<string, string[]>();
	for (const [name, value] of entries) left.set(name, [...(left.get(name) ?? []), value]);
	for (const field of fields) {
		const values = left.get(field.name) ?? [];
		if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value);
		else if (!['hidden', 'submit', 'button'].includes(field.type) && field.name) field.value = values.shift() ?? '';
	}
}
