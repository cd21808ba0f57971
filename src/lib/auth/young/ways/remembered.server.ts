/*
 * Coming in with a user name and what somebody remembers. What does not exist answers as what is wrong does, and as
 * slowly; how often one may try is in ../tries.server.ts.
 */
import { NOBODY, record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { isSecret } from '#lib/secrets/hashing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { YoungPersonSignedIn } from '../../actor.ts';
import { noteAccountEvent } from '../account-events.server.ts';
import { noteSignIn } from '../sign-ins.server.ts';
import { triesAt } from '../tries.server.ts';
import { hashOfUserName, pepperedSecret } from './peppers.server.ts';
import type { Remembered } from './way-in.ts';
import { columnOf } from './ways-in.server.ts';

export type YoungChecked =
	| { kind: 'right'; youngPerson: YoungPersonSignedIn }
	| { kind: 'no' }
	| { kind: 'wait'; seconds: number }
	| { kind: 'busy' };

/** Checks a user name and what somebody remembers; whoever is right is noted as signed in. */
export async function checkRemembered(
	db: Database,
	keyring: Keyring,
	userName: string,
	remembered: Remembered,
	device: string,
	now: Date
): Promise<YoungChecked> {
	const tries = triesAt(db, keyring, userName, now);
	const allowed = await tries.tryOnce();
	if (allowed.kind === 'rest') return { kind: 'wait', seconds: allowed.seconds };
	const account = await db
		.selectFrom('young_account')
		.select(['id', 'young_person_id', 'pictures_hash', 'words_hash'])
		.where('user_name_hash', '=', hashOfUserName(keyring, userName))
		.executeTakeFirst();
	if (allowed.kind === 'locked') {
		if (allowed.justNow) await noteLock(db, account?.young_person_id, device, now);
		return { kind: 'wait', seconds: allowed.seconds };
	}
	const hash = account?.[columnOf(remembered.way)] ?? null;
	const secret = pepperedSecret(keyring, account?.id ?? 'nobody', remembered);
	const right = await isSecret('young people', hash, secret);
	if (right === 'busy') {
		await tries.giveBack();
		return { kind: 'busy' };
	}
	if (!account || !right) {
		if (await tries.isToBeTold()) {
			if (account) await noteAccountEvent(db, account.young_person_id, { what: 'wrong try', device }, now);
			else await tries.writeAsMuch();
		}
		return { kind: 'no' };
	}
	await tries.forget();
	const youngPerson = { accountId: account.id, youngPersonId: account.young_person_id };
	await noteSignIn(db, youngPerson, remembered.way, device, now);
	return { kind: 'right', youngPerson };
}

/** A lock is in the record, whoever the name belongs to; its young person reads it too. */
async function noteLock(db: Database, youngPersonId: string | undefined, device: string, now: Date): Promise<void> {
	await inTransaction(db, async (writing) => {
		await record(writing, NOBODY, { what: 'sign-in locked', detail: { who: 'young person' } }, now);
		if (youngPersonId) await noteAccountEvent(writing, youngPersonId, { what: 'locked', device }, now);
	});
}
