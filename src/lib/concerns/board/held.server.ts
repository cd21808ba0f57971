/*
 * What somebody who leaves holds here: the open concerns they look after, and being named as whom one goes up to. Both are
 * handed over in the transaction of their leaving.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import type { Named } from '#lib/settings/young/talking.ts';
import { lockSettings, writeSetting } from '#lib/settings/setting.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { whoMaySee } from './reach.server.ts';
import { about } from './threads.server.ts';

const UP = 'concerns go up to';

const lookedAfterBy = (db: Database, staffId: string) =>
	db.selectFrom('concern').selectAll().where('assigned_to', '=', staffId).where('closed_at', 'is', null);

/** How many open concerns somebody looks after. */
export async function concernsHeldBy(db: Database, staffId: string): Promise<number> {
	return (await lookedAfterBy(db, staffId).execute()).length;
}

/** Gives them to a colleague, but for those that the colleague may not see: these stay, and are counted still. */
export async function handOverConcerns(
	writing: Writing,
	actor: Actor,
	{ from, to }: { from: string; to: string },
	now: Date
): Promise<void> {
	for (const concern of await lookedAfterBy(writing, from).execute()) {
		const able = await whoMaySee(writing, concern, dayOf(now));
		if (!able.some(({ id }) => id === to)) continue;
		await writing.updateTable('concern').set({ assigned_to: to }).where('id', '=', concern.id).execute();
		await record(writing, actor, { what: 'concern assigned', ...about(concern), detail: { to } }, now, 'council');
		const once = `concern ${concern.id} given to ${to} ${now.toISOString()}`;
		await notify(writing, { to: { kind: 'staff', id: to }, what: 'concern waiting', once }, now);
	}
}

/** Whether somebody is named as whom a message goes up to: 0 or 1. */
export async function isNamed(db: Database, staffId: string): Promise<number> {
	const { [UP]: named } = await readSettings(db, [UP]);
	return [named.first, named.second].some((one) => one?.id === staffId) ? 1 : 0;
}

/** Names a colleague in their place; whoever is named already is named once. */
export async function handOverNaming(
	writing: Writing,
	actor: Actor,
	{ from, to }: { from: string; to: Named },
	now: Date
): Promise<void> {
	await lockSettings(writing);
	const { [UP]: named } = await readSettings(writing, [UP]);
	const inPlace = (one: Named | null) => (one?.id === from ? { id: to.id, name: to.name } : one);
	const [first, second] = [inPlace(named.first), inPlace(named.second)];
	const fresh = { first, second: first?.id === second?.id ? null : second };
	const [before, after] = [JSON.stringify(named), JSON.stringify(fresh)];
	if (before === after) return;
	await writeSetting(writing, UP, after);
	const subject = { kind: 'setting', id: UP } as const;
	await record(writing, actor, { what: 'setting changed', subject, detail: { before, after } }, now, 'council');
}
