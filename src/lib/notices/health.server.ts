/*
 * How the notices stand: for `earshot doctor` and for administrators. A notice that nobody gets is somebody who was not told.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { offeredWays } from './channels/channels.server.ts';
import { NO_WAY } from './delivery.ts';
import { maySeeNotices } from './overview.server.ts';

/** The finding about those that were given up. */
export const GIVEN_UP = 'Notices given up';

const LATE_MS = 15 * 60_000;

const counted = (count: number) => (count === 1 ? '1 notice' : `${count} notices`);

async function deadOnes(db: Database): Promise<Health> {
	const what = GIVEN_UP;
	const rows = await db
		.selectFrom('notice')
		.select(['recipient_kind', (row) => row.fn.countAll<number>().as('count')])
		.where('state', '=', 'dead')
		.groupBy('recipient_kind')
		.execute();
	const count = rows.reduce((sum, row) => sum + Number(row.count), 0);
	if (count === 0) return { what, state: 'good', words: 'None.' };
	// What staff are not told, a young person waits for.
	const state = rows.some(({ recipient_kind }) => recipient_kind === 'staff') ? 'wrong' : 'warning';
	return { what, state, words: `${counted(count)} given up: look at Settings, Notices and jobs.` };
}

async function lateOnes(db: Database, now: Date): Promise<Health> {
	const what = 'Notices on their way';
	const row = await db
		.selectFrom('notice')
		.select((column) => [column.fn.min('due_at').as('due'), column.fn.countAll<number>().as('count')])
		.where('state', 'in', ['waiting', 'sending'])
		.where('due_at', '<=', now.toISOString())
		.executeTakeFirst();
	const count = Number(row?.count ?? 0);
	if (!row?.due || count === 0) return { what, state: 'good', words: 'None is due.' };
	const due = new Date(row.due);
	const late = now.getTime() - due.getTime() > LATE_MS;
	const longest = late ? `, the longest since ${momentInWords(due)}. Is the server running?` : '.';
	return { what, state: late ? 'wrong' : 'good', words: `${counted(count)} due${longest}` };
}

/** How many wait for a way that is not set up, and since when. */
async function strandedOnes(db: Database): Promise<{ count: number; words: string }> {
	const row = await db
		.selectFrom('notice')
		.select((column) => [column.fn.min('made_at').as('made'), column.fn.countAll<number>().as('count')])
		.where('state', '=', 'waiting')
		.where('because', 'in', Object.values(NO_WAY))
		.executeTakeFirst();
	const count = Number(row?.count ?? 0);
	if (!row?.made || count === 0) return { count, words: '' };
	return {
		count,
		words: `${counted(count)} ${count === 1 ? 'waits' : 'wait'}, since ${momentInWords(new Date(row.made))}.`
	};
}

const WHAT_TO_SET =
	'Set EARSHOT_SMTP_URL with EARSHOT_MAIL_FROM, or EARSHOT_NOTIFY_KEY with its templates, and start the server again: what waits goes out then.';

/** Whether there is a way out; without one for staff, what a young person sends is found by chance only. */
async function wayOut(db: Database, channels: Configuration['channels']): Promise<Health> {
	const what = 'How notices go out';
	const ways = offeredWays({ channels, origin: undefined });
	const stranded = await strandedOnes(db);
	const lost = (words: string): Health => {
		const all = [words, stranded.words, WHAT_TO_SET].filter(Boolean).join(' ');
		return { what, state: 'wrong', words: all };
	};
	if (ways.length === 0) return lost('Nobody is told of anything: there is no way out.');
	if (!ways.includes('email')) return lost('No member of staff is told of anything: there is no way out for email.');
	if (stranded.count > 0)
		return { what, state: 'warning', words: `Young people chose a way that is not set up any more. ${stranded.words}` };
	const { smtp, notify, folder } = channels;
	const names = [notify ? 'GOV.UK Notify' : '', smtp ? 'a mail server' : ''].filter(Boolean);
	return { what, state: 'good', words: names.length > 0 ? `By ${names.join(' and ')}.` : `As files in ${folder}.` };
}

/** Where the configuration is given, whether there is a way out at all; then what is given up, and what is late. */
export async function noticesHealth(db: Database, now: Date, channels?: Configuration['channels']): Promise<Health[]> {
	return [...(channels ? [await wayOut(db, channels)] : []), await deadOnes(db), await lateOnes(db, now)];
}

/** What an administrator must know on their first page; nothing for anybody else. */
export async function noticesWrong(
	db: Database,
	actor: Actor,
	channels: Configuration['channels'],
	now: Date
): Promise<Health[]> {
	if (!maySeeNotices(actor)) return [];
	return (await noticesHealth(db, now, channels)).filter(({ state }) => state === 'wrong');
}
