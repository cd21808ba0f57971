/*
 * Changing settings: by administrators, whole or not at all, never over a change that the page had not seen; each change
 * recorded with before and after, which is also the way back.
 */
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import { record, recordedAbout } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import { hasNewNumber, type Helpline } from './helplines.ts';
import { readValue, settingOf, type SettingKey, type Settings } from './registry.ts';
import { changeInWords } from './setting.ts';
import { lockSettings, writeSetting } from './setting.server.ts';
import { forgetSettings, readSettings } from './settings.server.ts';

/** Administrators, and the operator at the command line. */
export const mayChangeSettings = (actor: Actor): boolean => actsAs(actor, 'administrator');

/** What a page saw, so that a change in between is noticed. */
export interface Seen {
	keys: readonly SettingKey[];
	/** From `seenOf`. */
	print: string;
}

/** The print of these settings, for a page to carry. */
export function seenOf(settings: Settings, keys: readonly SettingKey[]): string {
	const values = keys.map((key) => settings[key]);
	return hashOf(JSON.stringify(values)).slice(0, 22);
}

/** By setting, what is not right about its value, and in which of its fields where it has several. */
export type Faults = Partial<Record<SettingKey, { words: string; field: string | null }>>;

export type Changed =
	| { kind: 'changed'; keys: SettingKey[] }
	| { kind: 'nothing changed' }
	| { kind: 'wrong'; faults: Faults }
	/** Somebody changed them since the page was made; `settings` is what is set now. */
	| { kind: 'changed in between'; settings: Settings }
	| { kind: 'not allowed' };

function checked(values: Partial<Settings>) {
	const faults: Faults = {};
	const right: [SettingKey, unknown][] = [];
	for (const [key, value] of Object.entries(values) as [SettingKey, unknown][]) {
		const read = settingOf(key).schema.safeParse(value);
		if (read.success) {
			right.push([key, read.data]);
			continue;
		}
		const [issue] = read.error.issues;
		const field = issue?.path.findLast((step) => typeof step === 'string') ?? null;
		faults[key] = { words: issue?.message ?? 'Please check this.', field };
	}
	return { faults, right };
}

/** Once a number is listed that nobody rang yet, nobody may read any longer that all were checked. */
function unsaid(right: readonly [SettingKey, unknown][], settings: Settings): [SettingKey, unknown][] {
	const [, lines] = right.find(([key]) => key === 'helplines') ?? [];
	return lines && hasNewNumber(settings.helplines, lines as Helpline[]) ? [['helplines checked', null]] : [];
}

/**
 * Sets some settings at once. Without `seen` whatever is set now is changed (for the command line).
 * What is the same already is neither written nor recorded.
 */
export async function changeSettings(
	db: Database,
	actor: Actor,
	values: Partial<Settings>,
	now: Date,
	seen?: Seen
): Promise<Changed> {
	if (!mayChangeSettings(actor)) return { kind: 'not allowed' };
	const { faults, right } = checked(values);
	if (Object.keys(faults).length > 0) return { kind: 'wrong', faults };
	const changed = await inTransaction(db, async (writing): Promise<Changed> => {
		await lockSettings(writing);
		const settings = await readSettings(writing);
		if (seen && seenOf(settings, seen.keys) !== seen.print) return { kind: 'changed in between', settings };
		const keys: SettingKey[] = [];
		for (const [key, value] of [...right, ...unsaid(right, settings)]) {
			const [before, after] = [JSON.stringify(settings[key]), JSON.stringify(value)];
			if (before === after) continue;
			await writeSetting(writing, key, after);
			const subject = { kind: 'setting', id: key } as const;
			await record(writing, actor, { what: 'setting changed', subject, detail: { before, after } }, now);
			keys.push(key);
		}
		return keys.length > 0 ? { kind: 'changed', keys } : { kind: 'nothing changed' };
	});
	forgetSettings(db);
	return changed;
}

/** One change of one setting, as the history tells it. */
export interface Change {
	key: SettingKey;
	label: string;
	at: Date;
	by: string;
	before: string;
	after: string;
	/** What it was before, as it rests, for changing back; null where that is how it is now. */
	back: string | null;
}

/** The latest changes of these settings, newest first; none for whoever may not change them. */
export async function changesOf(
	db: Database,
	actor: Actor,
	keys: readonly SettingKey[],
	settings: Settings,
	most = 12
): Promise<Change[]> {
	if (!mayChangeSettings(actor)) return [];
	// One short look at the record for each: one look for all would read the whole chain on SQLite, which keeps no statistics.
	const changes = await Promise.all(
		keys.map(async (key) => {
			const one = settingOf(key);
			const events = await recordedAbout(db, 'council', { kind: 'setting', id: key }, most);
			return events.map(({ at, actorName, detail }): Change => {
				const resting = [String(detail['before']), String(detail['after'])] as const;
				const [before, after] = [readValue(key, resting[0]), readValue(key, resting[1])];
				const words =
					before && after ? changeInWords(one, before.value, after.value) : { before: resting[0], after: resting[1] };
				const back = before && resting[0] !== JSON.stringify(settings[key]) ? resting[0] : null;
				return { key, label: one.label, at: new Date(at), by: actorName, ...words, back };
			});
		})
	);
	return changes
		.flat()
		.sort((one, other) => other.at.getTime() - one.at.getTime())
		.slice(0, most);
}

/** Changes one of these settings back to how the history says it was. */
export async function changeBack(
	db: Database,
	actor: Actor,
	{ key, back }: { key: string; back: string },
	now: Date,
	seen: Seen
): Promise<Changed> {
	const known = seen.keys.find((one) => one === key);
	const read = known && readValue(known, back);
	if (!known || !read) return { kind: 'wrong', faults: {} };
	return changeSettings(db, actor, { [known]: read.value } as Partial<Settings>, now, seen);
}
