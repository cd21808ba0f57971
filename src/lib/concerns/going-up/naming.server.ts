/*
 * Who can be named as the one a message goes up to, and whether those who are named can still be told. Naming itself is a
 * setting, "concerns go up to".
 */
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf, type Colleague } from '#lib/auth/staff/accounts.server.ts';
import type { Role } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { GoesUpTo } from '#lib/settings/young/talking.ts';
import { readSettings } from '#lib/settings/settings.server.ts';

const STAFF: readonly Role[] = ['safeguarding lead', 'IRO', 'social worker', 'participation officer'];

/** Staff whose account is in use. Never an administrator: whoever sets the name could set their own, and read. */
export function canBeNamed(colleague: Colleague): boolean {
	const { roles } = colleague;
	return (
		accountState(colleague) === 'in use' &&
		!roles.includes('administrator') &&
		STAFF.some((role) => roles.includes(role))
	);
}

/** Everybody who can be named, by name. */
export async function whoCanBeNamed(db: Database): Promise<Colleague[]> {
	return (await colleaguesOf(db, 'council')).filter(canBeNamed);
}

export type Step = 'first' | 'second';

/** Those who are named and can be told now, by step; and which steps name somebody who cannot any more. */
export async function namedNow(
	db: Database
): Promise<{ named: GoesUpTo; able: Record<Step, string | null>; gone: Step[] }> {
	const { 'concerns go up to': named } = await readSettings(db, ['concerns go up to']);
	const can = new Set((await whoCanBeNamed(db)).map(({ id }) => id));
	const ableAt = (step: Step) => (named[step] && can.has(named[step].id) ? named[step].id : null);
	const able = { first: ableAt('first'), second: ableAt('second') };
	const gone = (['first', 'second'] as const).filter((step) => named[step] !== null && able[step] === null);
	return { named, able, gone };
}
