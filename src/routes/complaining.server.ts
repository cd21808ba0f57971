/*
 * What both complaint forms do alike, with an account and without: reading what was typed, and saying what became of it.
 */
import { fail } from '@sveltejs/kit';
import { restOf } from '#lib/auth/waiting.ts';
import { dayInWords } from '#lib/calendar/day.ts';
import type { Asked } from '#lib/data-rights/asking.server.ts';
import { MOST_LINE, MOST_WORDS, typed, type RequestGiven } from '#lib/data-rights/request.ts';
import { database } from '#lib/database/running.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import { textsOf } from './staff/form.ts';
import { talkFrame } from './talking.server.ts';

/** What the form needs before anybody writes. */
export async function complaintForm() {
	const now = new Date();
	const [settings, { council, reading }] = [await currentSettings(database(), now), await talkFrame(now)];
	return { council, reading, days: settings['clock: complaint acknowledged'], once: randomId() };
}

/** Reads a complaint and hands it on; the page says what became of it. */
export async function complain(
	request: Request,
	send: (given: RequestGiven & { words: string }, once: string, now: Date) => Promise<Asked>
) {
	const given = textsOf(await request.formData());
	const words = typed(given['words'] ?? '', MOST_WORDS);
	if (words === null) return fail(400, { missing: true as const, clock: null, given });
	const now = new Date();
	const [name, reply] = [typed(given['name'] ?? '', MOST_LINE), typed(given['reply'] ?? '', MOST_LINE)];
	const asked = await send({ words, name, reply }, (given['once'] ?? '').slice(0, 64), now);
	if (asked.kind === 'wait')
		return fail(429, { missing: false as const, clock: restOf(asked.seconds, now).clock, given });
	if (asked.kind === 'asked already') return { sent: true as const, due: null, code: null };
	return { sent: true as const, due: dayInWords(asked.dueOn), code: asked.code };
}
