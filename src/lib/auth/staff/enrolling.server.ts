/*
 * An enrolment under way: what its pages remember, sealed, until everything is stored in one go at the end. Cut off
 * anywhere before, nothing has changed and the code still works.
 */
import { z } from 'zod';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { SignedIn } from '../actor.ts';
import type { Means } from '../sessions.server.ts';
import { underWay } from '../under-way.server.ts';
import { drawGeneratorSecret, stepOf } from './code-generators.server.ts';
import { finishEnrolment } from './enrolments.server.ts';
import { drawRecoveryCodes } from './recovery-codes.server.ts';
import { secondFactorSchema } from './own/second-factors.server.ts';

const enrolmentSchema = z.object({
	staffId: z.string(),
	/** Of the enrolment's code. */
	selector: z.string(),
	passwordHash: z.string().nullable(),
	/** Offered to the authenticator app; kept only if that is what they choose. */
	generatorSecret: z.string(),
	challenge: z.string().nullable(),
	factor: secondFactorSchema.nullable(),
	recoveryCodes: z.array(z.string())
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** Half an hour for a page: somebody may have to install an app first. */
export const enrolling = underWay('enrolling', enrolmentSchema, 30);

/** The beginning, with a code. Everything random is drawn here, so that a reload shows the same. */
export function beginEnrolling(who: { staffId: string; selector: string }): Enrolment {
	return {
		...who,
		passwordHash: null,
		generatorSecret: drawGeneratorSecret(),
		challenge: null,
		factor: null,
		recoveryCodes: drawRecoveryCodes()
	};
}

/** The page that comes next; what was done is not asked again. */
export function nextPage({ passwordHash, factor }: Enrolment): string {
	if (passwordHash === null) return '/enrol/password';
	return factor === null ? '/enrol/second' : '/enrol/codes';
}

/** With the code that confirms that the app has the secret; null when it is not right. */
export function withGenerator(enrolment: Enrolment, typed: string, now: Date): Enrolment | null {
	const step = stepOf(enrolment.generatorSecret, typed, now);
	return step === null
		? null
		: { ...enrolment, factor: { kind: 'generator', secret: enrolment.generatorSecret, step } };
}

/** Stores everything; null when something is missing, the code is spent or the account disabled: then nothing changes. */
export async function endEnrolling(
	db: Database,
	keyring: Keyring,
	{ staffId, selector, passwordHash, factor, recoveryCodes }: Enrolment,
	now: Date
): Promise<{ actor: SignedIn; means: Means } | null> {
	if (!factor || passwordHash === null) return null;
	const chosen = { passwordHash, factor, recoveryCodes };
	const actor = await finishEnrolment(db, keyring, { selector, staffId }, chosen, now);
	return actor && { actor, means: factor.kind === 'passkey' ? 'passkey' : 'password and code' };
}
