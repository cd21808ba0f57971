/*
 * Coming back from the council's identity provider: who it is, and what is to be done now. The protocol and the links are
 * beside; the welcome, the session and its cookie are those of every door.
 */
import type { Database } from '#lib/database/schema.ts';
import type { SingleSignOn } from '#lib/settings/configuration.server.ts';
import { accountByAddress, linkedStaff, type Link } from './links.server.ts';
import { readAnswer, type Asked } from './provider.server.ts';

export type CameBack =
	/** Both factors were seen by the provider, then. */
	| { kind: 'whole'; staffId: string; provenAt: Date }
	/** One factor was, or they come for the first time: ours is asked here, and then the link is kept. */
	| { kind: 'second step'; staffId: string; link: Link | null }
	/** A fresh proof within the session. */
	| { kind: 'proven again' }
	/** The provider's proof is not enough for what they are about to do: our own second factor is. */
	| { kind: 'prove here' }
	| { kind: 'somebody else' | 'nobody' | 'not enrolled' | 'cancelled' | 'down' | 'refused' };

/**
 * Takes the answer of the provider. `signedInAs` is the member of staff whose session the browser holds, or null: a fresh
 * proof must be theirs.
 */
export async function comeBack(
	db: Database,
	settings: SingleSignOn,
	{ cameBackTo, asked, signedInAs }: { cameBackTo: URL; asked: Asked; signedInAs: string | null }
): Promise<CameBack> {
	const answer = await readAnswer(settings, cameBackTo, asked);
	if (answer.kind !== 'known') return answer;
	const { known } = answer;
	const linked = await linkedStaff(db, known);
	if (asked.again) {
		if (!linked || linked !== signedInAs) return { kind: 'somebody else' };
		return { kind: known.twoFactors && known.fresh ? 'proven again' : 'prove here' };
	}
	if (linked && known.twoFactors) return { kind: 'whole', staffId: linked, provenAt: known.provenAt };
	if (linked) return { kind: 'second step', staffId: linked, link: null };
	const account = await accountByAddress(db, known);
	if (!account?.enrolled) return { kind: account ? 'not enrolled' : 'nobody' };
	const { issuer, subject } = known;
	return { kind: 'second step', staffId: account.staffId, link: { issuer, subject } };
}
