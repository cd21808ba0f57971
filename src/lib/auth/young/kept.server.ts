/*
 * What an account holds about one young person: for their copy, and for erasing it. Who may ask for either is data-rights/.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import { linesOf, sectionOf, type HeldEntry } from '#lib/data-rights/held.ts';
import { gone, type Keeper } from '#lib/data-rights/keeper.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { passkeysOf } from '../passkeys.server.ts';
import { openUserName } from './user-names.server.ts';

const moment = (at: string) => momentInWords(new Date(at));
const chosen = (hash: string | null) => (hash === null ? null : 'Yes. Nobody can read them, we neither');

/** The id of somebody's account; null when they have none. */
export async function accountOf(db: Database, youngPersonId: string): Promise<string | null> {
	const row = await db
		.selectFrom('young_account')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	return row?.id ?? null;
}

async function ownAccount(db: Database, keyring: Keyring, youngPersonId: string): Promise<HeldEntry[]> {
	const account = await db
		.selectFrom('young_account')
		.selectAll()
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	if (!account) return [];
	const { id } = account;
	const keys = await passkeysOf(db, { kind: 'young person', id });
	const sessions = await db
		.selectFrom('session')
		.selectAll()
		.where('holder_kind', '=', 'young person')
		.where('holder_id', '=', id)
		.orderBy('created_at')
		.execute();
	const facts = linesOf({
		'User name': openUserName(keyring, { accountId: id, youngPersonId }, account.user_name_sealed),
		'Made on': moment(account.made_at),
		'You chose pictures': chosen(account.pictures_hash),
		'You chose secret words': chosen(account.words_hash)
	});
	return [
		{
			id: 'account',
			at: account.made_at,
			title: 'Your account',
			ownEyes: true,
			lines: [
				...facts,
				...keys.map(({ name, addedOn }) => ({ label: 'A phone’s lock', text: `${name}, since ${addedOn}` })),
				...sessions.map((one) => ({
					label: 'Signed in now',
					text: `${one.device}, with ${one.means}, since ${moment(one.created_at)}, last used ${moment(one.seen_at)}`
				}))
			]
		}
	];
}

async function cards(db: Database, youngPersonId: string): Promise<HeldEntry> {
	const rows = await db
		.selectFrom('joining_card')
		.selectAll()
		.where('young_person_id', '=', youngPersonId)
		.orderBy('made_at')
		.execute();
	const lines = rows.map(({ made_by, made_at, state }) => ({
		label: moment(made_at),
		text: `Made by ${made_by}. It is ${state} now.`
	}));
	return { id: 'cards', at: null, title: 'Joining cards made for you', lines };
}

async function happened(db: Database, youngPersonId: string): Promise<HeldEntry> {
	const rows = await db
		.selectFrom('account_event')
		.selectAll()
		.where('young_person_id', '=', youngPersonId)
		.orderBy('at')
		.orderBy('id')
		.execute();
	const lines = rows.map(({ at, what, by, device }) => ({
		label: moment(at),
		text: [what, by && `by ${by}`, device && `on ${device}`].filter(Boolean).join(', ')
	}));
	return { id: 'happened', at: null, title: 'What happened with your account', lines, ownEyes: true };
}

/** Erases accounts, whole with their sessions and keys. */
async function eraseAccounts(writing: Writing, ids: readonly string[]): Promise<number> {
	let count = 0;
	for (const id of ids) {
		for (const table of ['session', 'passkey'] as const) {
			const theirs = writing.deleteFrom(table).where('holder_kind', '=', 'young person').where('holder_id', '=', id);
			count += gone(await theirs.executeTakeFirstOrThrow());
		}
		count += gone(await writing.deleteFrom('young_account').where('id', '=', id).executeTakeFirstOrThrow());
	}
	return count;
}

/** After every instant that a row can have. */
const EVER = '9999';

/** Erases the account of a young person with its cards and what happened with it; with `until` nothing that is newer. */
export async function eraseAccountOf(writing: Writing, youngPersonId: string, until: string = EVER): Promise<number> {
	const accounts = await writing
		.selectFrom('young_account')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.where('made_at', '<=', until)
		.execute();
	let count = await eraseAccounts(
		writing,
		accounts.map(({ id }) => id)
	);
	const cards = writing
		.deleteFrom('joining_card')
		.where('young_person_id', '=', youngPersonId)
		.where('made_at', '<=', until);
	const events = writing
		.deleteFrom('account_event')
		.where('young_person_id', '=', youngPersonId)
		.where('at', '<=', until);
	count += gone(await cards.executeTakeFirstOrThrow());
	return count + gone(await events.executeTakeFirstOrThrow());
}

export const keptWithAccount: Keeper = {
	tables: ['young_account', 'joining_card', 'account_event', 'session', 'passkey'],
	heldOf: async (db, keyring, { id }) =>
		sectionOf('account', [...(await ownAccount(db, keyring, id)), await cards(db, id), await happened(db, id)]),
	refusalsOf: () => Promise.resolve([]),
	async mayGo(db, id) {
		const account = await accountOf(db, id);
		return account === null ? [] : [{ table: 'young_account', id: account }];
	},
	eraseAll: (writing, id) => eraseAccountOf(writing, id),
	eraseThing: {
		/** An account with its cards and what happened with it. One of this id that is gone already takes nothing newer with it. */
		async young_account(writing, id, until) {
			const row = await writing
				.selectFrom('young_account')
				.select('young_person_id')
				.where('id', '=', id)
				.executeTakeFirst();
			return row ? eraseAccountOf(writing, row.young_person_id, until ?? EVER) : 0;
		}
	}
};
