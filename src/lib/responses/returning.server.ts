/*
 * Beginning and coming back: where a visit's draft lies and which key reads it. Three pictures that only the young person
 * knows are part of that key. The draft itself is in drafts.server.ts.
 */
import { randomBytes } from 'node:crypto';
import { guessLimit } from '#lib/auth/guesses.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { isOpen } from '#lib/waves/waves.server.ts';
import { waveKeys } from '#lib/waves/wave-keys.server.ts';
import { keptDraftId, keptDraftKey } from './draft.ts';
import { beginDraft, draftLies, moveDraft, readDraft } from './drafts.server.ts';
import type { Picture } from './picture.ts';
import type { BegunVisit, Visit } from './visit.server.ts';

const TRIES = { points: 5, seconds: 600 };
/** Each beginning is a row of 85 kB: a card must not fill the disk. */
const BEGINNINGS = { points: 20, seconds: 3600 };
/** Over a whole wave: whoever holds the card but not the pictures must not try all 2,024 of them. */
const TRIES_IN_ALL = { points: 20, seconds: 120 * 86_400 };

export type Begun =
	| { kind: 'begun'; visit: BegunVisit }
	| { kind: 'other pictures' }
	| { kind: 'wait'; seconds: number }
	/** Tried too often with other pictures: it can only be begun afresh. */
	| { kind: 'shut' }
	| { kind: 'closed' }
	| { kind: 'gone' };

function pictureLimits(db: Database, keyring: Keyring, now: () => number) {
	return { soon: guessLimit(db, keyring, TRIES, now), inAll: guessLimit(db, keyring, TRIES_IN_ALL, now) };
}

/** After the right pictures, or new ones for a draft begun afresh. */
async function forgetTries(db: Database, keyring: Keyring, draftId: string, now = Date.now): Promise<void> {
	const { soon, inAll } = pictureLimits(db, keyring, now);
	await soon.forget(draftId);
	await inAll.forget(`all ${draftId}`);
}

/** Whether a draft lies where this visit's code and three pictures would find it; 'closed' when its wave has no keys any more. */
export async function hasKeptDraft(db: Database, keyring: Keyring, visit: Visit): Promise<boolean | 'closed'> {
	const keys = waveKeys(keyring, visit.wave);
	return keys ? draftLies(db, keptDraftId(keys.secret, visit.code)) : 'closed';
}

export type MayBegin = { kind: 'yes' | 'closed'; seconds: 0 } | { kind: 'wait'; seconds: number };

/** Whether a visit may begin a draft: while its wave takes answers, and at most twenty times an hour with one code. */
export async function mayBegin(
	db: Database,
	keyring: Keyring,
	visit: Visit,
	now: () => number = Date.now
): Promise<MayBegin> {
	if (!(await isOpen(db, visit.wave))) return { kind: 'closed', seconds: 0 };
	const limit = guessLimit(db, keyring, BEGINNINGS, now);
	const seconds = await limit.tryOnce(`begin ${visit.code}`);
	return seconds === null ? { kind: 'yes', seconds: 0 } : { kind: 'wait', seconds };
}

/** Begins a draft that ends with this visit: its key is in the visit alone. */
export async function startInOneGo(db: Database, visit: Visit): Promise<BegunVisit> {
	const draft = { id: randomId(), key: randomBytes(32).toString('base64url') };
	await beginDraft(db, visit.wave, draft);
	return { ...visit, draft, kept: false };
}

/** Begins a draft, or moves the one this visit has, to where the code and three pictures find it. An older one there is replaced. */
export async function keepWithPictures(
	db: Database,
	keyring: Keyring,
	visit: Visit,
	pictures: readonly Picture[]
): Promise<Begun> {
	const keys = waveKeys(keyring, visit.wave);
	if (!keys) return { kind: 'closed' };
	const allowed = await mayBegin(db, keyring, visit);
	if (allowed.kind === 'closed') return { kind: 'closed' };
	if (allowed.kind === 'wait') return { kind: 'wait', seconds: allowed.seconds };
	const draft = { id: keptDraftId(keys.secret, visit.code), key: keptDraftKey(keys.secret, visit.code, pictures) };
	if (visit.draft) {
		if (!(await moveDraft(db, { ...visit, draft: visit.draft }, draft))) return { kind: 'gone' };
	} else {
		await beginDraft(db, visit.wave, draft);
	}
	await forgetTries(db, keyring, draft.id);
	return { kind: 'begun', visit: { ...visit, draft, kept: true } };
}

/** Comes back to a draft with its three pictures; at most five tries in ten minutes, and twenty wrong ones in all. */
export async function comeBack(
	db: Database,
	keyring: Keyring,
	visit: Visit,
	pictures: readonly Picture[],
	now: () => number = Date.now
): Promise<Begun> {
	const keys = waveKeys(keyring, visit.wave);
	if (!keys) return { kind: 'closed' };
	const draft = { id: keptDraftId(keys.secret, visit.code), key: keptDraftKey(keys.secret, visit.code, pictures) };
	const { soon, inAll } = pictureLimits(db, keyring, now);
	const seconds = await soon.tryOnce(draft.id);
	if (seconds !== null) return { kind: 'wait', seconds };
	if ((await inAll.tryOnce(`all ${draft.id}`)) !== null) return { kind: 'shut' };
	if (!(await readDraft(db, draft, 'answers'))) {
		return (await draftLies(db, draft.id)) ? { kind: 'other pictures' } : { kind: 'gone' };
	}
	await forgetTries(db, keyring, draft.id, now);
	return { kind: 'begun', visit: { ...visit, draft, kept: true } };
}
