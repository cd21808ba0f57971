/*
 * How often somebody may be wrong with a second factor: five times in five minutes, and twenty in a day, which a code of
 * six digits needs so that patience does not find it. Kept in the database; each lock is written down once.
 */
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { guessLimit, type Tries } from '../guesses.server.ts';
import { noteLocked } from './locked.server.ts';

const SOON: Tries = { points: 5, seconds: 300 };
/** Counted from the first wrong one. */
const IN_A_DAY: Tries = { points: 20, seconds: 86_400 };

/** The door stays shut for so many seconds; 'locked' for the day, but for a passkey. */
export type Shut = { kind: 'wait' | 'locked'; seconds: number };

/** The tries of one person; the day's limit is not for what nobody can guess. */
export function triesAtFactor(
	db: Database,
	keyring: Keyring,
	staffId: string,
	{ canBeGuessed }: { canBeGuessed: boolean },
	now: Date
) {
	const limit = (tries: Tries) => guessLimit(db, keyring, tries, () => now.getTime());
	const [soon, inADay] = [limit(SOON), limit(IN_A_DAY)];
	const [what, whatADay] = [`second ${staffId}`, `second in a day ${staffId}`];
	return {
		/** Counts one try; null: go on. */
		async tryOnce(): Promise<Shut | null> {
			const wait = await soon.tryOnce(what);
			if (wait !== null) {
				await noteLocked(db, keyring, { what, step: 'second factor', staffId, seconds: wait }, now);
				return { kind: 'wait', seconds: wait };
			}
			const locked = canBeGuessed ? await inADay.tryOnce(whatADay) : null;
			if (locked === null) return null;
			await soon.giveBack(what); // who guesses on must not keep a passkey out
			await noteLocked(db, keyring, { what: whatADay, step: 'second factor, all day', staffId, seconds: locked }, now);
			return { kind: 'locked', seconds: locked };
		},
		/** It was right. The wrong ones of the day still count: they may be somebody else's, who has the password. */
		async wasRight(): Promise<void> {
			await soon.forget(what);
			if (canBeGuessed) await inADay.giveBack(whatADay);
		}
	};
}
