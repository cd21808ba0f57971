/*
 * Somebody with an account who has enrolled already, by the real operations: for the demonstration and for tests.
 * Nothing else may skip the pages.
 */
import { addStaff } from '#lib/auth/staff/accounts.server.ts';
import { codeAt, drawGeneratorSecret, stepOf } from '#lib/auth/staff/code-generators.server.ts';
import { finishEnrolment, openEnrolment } from '#lib/auth/staff/enrolments.server.ts';
import { hashPassword } from '#lib/auth/staff/own/passwords.server.ts';
import { drawRecoveryCodes } from '#lib/auth/staff/recovery-codes.server.ts';
import type { CommandLine } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

export interface EnrolledStaff {
	id: string;
	/** The authenticator app's secret, base 32. */
	generatorSecret: string;
	recoveryCodes: string[];
}

/** Adds and enrols somebody; the code that confirms the secret is of a minute ago, so that the present one is free. */
export async function enrolledStaff(
	db: Database,
	keyring: Keyring,
	actor: CommandLine,
	given: { email: string; name: string; roles: readonly string[]; password: string },
	now: Date = new Date()
): Promise<EnrolledStaff> {
	const added = await addStaff(db, actor, given, now);
	if (added.kind !== 'added') throw new Error(`${given.email} was not added: ${added.kind}`);
	const opened = await openEnrolment(db, keyring, added.code, now);
	if (opened.kind !== 'right') throw new Error(`the enrolment of ${given.email}: ${opened.kind}`);
	const generatorSecret = drawGeneratorSecret();
	const before = new Date(now.getTime() - 60_000);
	const recoveryCodes = drawRecoveryCodes();
	const generatorStep = stepOf(generatorSecret, codeAt(generatorSecret, before), before) ?? 0;
	const factor = { kind: 'generator', secret: generatorSecret, step: generatorStep } as const;
	const chosen = { passwordHash: await hashPassword(given.password), factor, recoveryCodes };
	if (!(await finishEnrolment(db, keyring, opened.row, chosen, now))) throw new Error(`${given.email} did not enrol`);
	return { id: added.id, generatorSecret, recoveryCodes };
}
