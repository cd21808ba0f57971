/*
 * Everybody who can sign in to the demonstration, one for each role, with passwords that are printed. Production refuses
 * the demonstration's database and keys.
 */
import type { Role } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { enrolledStaff } from './enrolled.ts';
import { REVIEWING_OFFICERS, SOCIAL_WORKERS } from './names.ts';
import { DEMONSTRATOR } from './wave.ts';

export interface SignIn {
	email: string;
	password: string;
	name: string;
	roles: readonly Role[];
	/** What they are here for, in the printed list. */
	does: string;
}

const one = (email: string, place: number, name: string | undefined, roles: Role[], does: string): SignIn => ({
	email: `${email}@demo.example`,
	password: `harbour-listens-${place}`,
	name: name ?? email,
	roles,
	does
});

const [firstReviewing, secondReviewing] = REVIEWING_OFFICERS;

/** Reviewing officers and social workers have the names that stand in the details of children, and so their caseloads. */
export const SIGN_INS: readonly SignIn[] = [
	one('officer', 1, 'Priya Nair', ['participation officer'], 'participation officer: runs the survey, sees everyone'),
	one('member', 2, 'Cllr Joan Whitlock', ['committee member'], 'committee member: reads the releases'),
	one('admin', 3, 'Sam Okoro', ['administrator'], 'administrator: accounts, roles, settings'),
	one('admin2', 4, 'Nadia Frost', ['administrator'], 'administrator: agrees to another one'),
	one('iro', 5, firstReviewing, ['IRO'], 'IRO: a caseload, makes joining cards'),
	one('iro2', 6, secondReviewing, ['IRO'], 'IRO: another caseload'),
	one('social.worker', 7, SOCIAL_WORKERS[0]?.[0], ['social worker'], 'social worker: a caseload'),
	one('safeguarding', 8, 'Ruth Calder', ['safeguarding lead'], 'safeguarding lead: sees everyone'),
	one('safeguarding2', 10, 'Owen Hart', ['safeguarding lead'], 'second safeguarding lead: covered by the first'),
	one('advocate', 9, 'Dee Marlow', ['advocacy worker'], 'advocacy worker: another service, its own area')
];

/** Makes and enrols them all. */
export async function enrolEverybody(db: Database, keyring: Keyring, now: Date): Promise<void> {
	for (const signIn of SIGN_INS) await enrolledStaff(db, keyring, DEMONSTRATOR, signIn, now);
}

/** The list as it is printed. */
export function tellSignIns(): string[] {
	const widest = Math.max(...SIGN_INS.map(({ email }) => email.length));
	return SIGN_INS.map(({ email, password, does }) => `  ${email.padEnd(widest)}  ${password}  ${does}`);
}
