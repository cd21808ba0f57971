/*
 * Those of the demonstration in whose name something is done while it is made: signed in without a page. For `npm run demo`
 * only.
 */
import type { SignedIn, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { actorOf } from '#lib/auth/sessions.server.ts';
import { staffByEmail } from '#lib/auth/staff/accounts.server.ts';
import { checkRemembered } from '#lib/auth/young/ways/remembered.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { YOUNG_SIGN_INS } from '../young-sign-ins.ts';

export interface Inhabitants {
	lead: SignedIn;
	secondLead: SignedIn;
	officer: SignedIn;
	iro2: SignedIn;
	otter: YoungPersonSignedIn;
	comet: YoungPersonSignedIn;
}

async function staff(db: Database, name: string): Promise<SignedIn> {
	const account = await staffByEmail(db, `${name}@demo.example`);
	const actor = account && (await actorOf(db, account.id));
	if (!actor) throw new Error(`the demonstration has no ${name}`);
	return actor;
}

/** One of the young people who have joined, by their place in the list. */
async function joined(db: Database, keyring: Keyring, place: number, now: Date): Promise<YoungPersonSignedIn> {
	const sign = YOUNG_SIGN_INS[place];
	const checked = sign && (await checkRemembered(db, keyring, sign.userName, sign.chosen, 'the demonstration', now));
	if (checked?.kind !== 'right') throw new Error('the demonstration’s young person did not come in');
	return checked.youngPerson;
}

export async function inhabitantsOf(db: Database, keyring: Keyring, now: Date): Promise<Inhabitants> {
	return {
		lead: await staff(db, 'safeguarding'),
		secondLead: await staff(db, 'safeguarding2'),
		officer: await staff(db, 'officer'),
		iro2: await staff(db, 'iro2'),
		otter: await joined(db, keyring, 0, now),
		comet: await joined(db, keyring, 1, now)
	};
}
