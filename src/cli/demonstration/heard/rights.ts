/*
 * What else of keeping things private the demonstration shows, by the real operations: a complaint that is overdue, a copy
 * that was given, a reason that was typed, cover, and how somebody wants to be told. For `npm run demo` only.
 */
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { workingDayFrom } from '#lib/calendar/working-days.ts';
import { askMyself } from '#lib/data-rights/asking.server.ts';
import { collectCopy, draftFor, giveCopy, keepDecided } from '#lib/data-rights/copies/copies.server.ts';
import type { Decided } from '#lib/data-rights/copies/copy.ts';
import type { Database } from '#lib/database/schema.ts';
import { chooseNotices } from '#lib/notices/choices.server.ts';
import { openYoungPerson } from '#lib/people/person/persons.server.ts';
import { giveReason } from '#lib/people/person/reasons.server.ts';
import { setCover } from '#lib/people/workers/covers.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { changeSettings } from '#lib/settings/changes.server.ts';
import type { Inhabitants } from './inhabitants.ts';
import { DEMONSTRATOR } from '../wave.ts';

/** A step that must go as it is written here, or the demonstration is not made. */
function must(what: string, { kind }: { kind: string }, wanted: string): void {
	if (kind !== wanted) throw new Error(`the demonstration’s ${what} was ${kind}`);
}

/** Before any message: whom they go up to, and who covers for the second lead this fortnight. */
export async function prepareAnswering(db: Database, people: Inhabitants, now: Date): Promise<void> {
	const named = ({ staffId, name }: Inhabitants['lead']) => ({ id: staffId, name });
	const up = { first: named(people.officer), second: named(people.iro2) };
	must('naming', await changeSettings(db, DEMONSTRATOR, { 'concerns go up to': up }, now), 'changed');
	const cover = {
		staffId: people.secondLead.staffId,
		coveredBy: people.lead.staffId,
		starts: dayOf(now),
		ends: addDays(dayOf(now), 14)
	};
	must('cover', await setCover(db, people.secondLead, cover, now), 'set');
}

/** A complaint of six weeks ago that nobody answered: before everything younger, as the record is in order of writing. */
export async function complainLongAgo(
	db: Database,
	keyring: Keyring,
	{ comet }: Inhabitants,
	now: Date
): Promise<void> {
	const words = 'My old school still has my new address. I asked them to take it out.';
	const asking = { kind: 'complaint', words, once: randomId() } as const;
	const at = new Date(`${addDays(dayOf(now), -42)}T16:40:00Z`);
	must('complaint', await askMyself(db, keyring, comet, asking, at), 'asked');
}

async function giveTheirCopy(db: Database, keyring: Keyring, { lead, otter }: Inhabitants, now: Date): Promise<void> {
	const yesterday = new Date(`${workingDayFrom(addDays(dayOf(now), -4))}T11:00:00Z`);
	const at = yesterday < now ? yesterday : now;
	const asked = await askMyself(db, keyring, otter, { kind: 'copy', words: null, once: randomId() }, at);
	if (asked.kind !== 'asked') throw new Error(`the demonstration’s copy was ${asked.kind}`);
	must('copy', await collectCopy(db, keyring, lead, asked.id, now), 'done');
	const draft = await draftFor(db, keyring, lead, asked.id);
	const looked: Decided = { looked: true, out: false, hide: [] };
	const keys = (draft?.sections ?? []).flatMap(({ entries }) => entries.map(({ key }) => key));
	const decided = { hide: [], entries: Object.fromEntries(keys.map((key) => [key, looked])) };
	must('copy', await keepDecided(db, keyring, lead, asked.id, decided), 'done');
	const words = 'Here is everything that Earshot holds about you. Ask me if anything is unclear.';
	must('copy', await giveCopy(db, keyring, lead, asked.id, words, now), 'done');
}

/** After the messages: a reason, a copy, and email for one of them. */
export async function exerciseRights(db: Database, keyring: Keyring, people: Inhabitants, now: Date): Promise<void> {
	const { otter, officer } = people;
	const why = { why: 'asked', words: 'They rang and asked me where their joining card is.' };
	must('reason', await giveReason(db, keyring, officer, otter.youngPersonId, why, now), 'given');
	await openYoungPerson(db, keyring, officer, otter.youngPersonId, now);
	await giveTheirCopy(db, keyring, people, now);
	const email = { way: 'email', address: 'brave.otter@demo.example', quietFrom: 21, quietTo: 8 } as const;
	await chooseNotices(db, keyring, otter, email, 'Chrome on an Android device', now);
}
