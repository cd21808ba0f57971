/*
 * How the notices stand: for `earshot doctor` and for administrators. A notice that nobody gets is somebody who was not told.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';

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

function wayOut({ smtp, notify, folder, filesAreTaken }: Configuration['channels']): Health {
	const what = 'How notices go out';
	const names = [notify ? 'GOV.UK Notify' : '', smtp ? 'a mail server' : ''].filter(Boolean);
	if (names.length > 0) return { what, state: 'good', words: `By ${names.join(' and ')}.` };
	if (filesAreTaken) return { what, state: 'good', words: `As files in ${folder}.` };
	const words = `Only as files in ${folder}: nobody is told of anything. Set EARSHOT_SMTP_URL or EARSHOT_NOTIFY_KEY.`;
	return { what, state: 'warning', words };
}

/** What is given up, what is late and, where the configuration is given, whether there is a way out at all. */
export async function noticesHealth(db: Database, now: Date, channels?: Configuration['channels']): Promise<Health[]> {
	return [await deadOnes(db), await lateOnes(db, now), ...(channels ? [wayOut(channels)] : [])];
}
