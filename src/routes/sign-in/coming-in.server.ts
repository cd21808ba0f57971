/*
 * What the pages of young people's sign-in share: who they say they are, sealed between two pages; what a wrong try is
 * told; and the door itself. The checking is in auth/young.
 */
import { fail, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { Means } from '#lib/auth/sessions.server.ts';
import { underWay } from '#lib/auth/under-way.server.ts';
import { restOf } from '#lib/auth/waiting.ts';
import { tappedSchema } from '#lib/auth/young/ways/picture-password.ts';
import { checkRemembered } from '#lib/auth/young/ways/remembered.server.ts';
import type { Remembered } from '#lib/auth/young/ways/way-in.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, letIn } from '../letting-in.server.ts';
import { remember, remembered } from '../under-way.server.ts';

const atTheDoor = underWay(
	'young person at the door',
	z.object({
		userName: z.string(),
		/** Where they wanted to go (a path of ours), or null. */
		to: z.string().nullable(),
		picked: tappedSchema
	})
);

export type AtTheDoor = Exclude<ReturnType<typeof atTheDoor.read>, null>;

export function rememberAtTheDoor(cookies: Cookies, who: AtTheDoor, now: Date): void {
	remember(cookies, atTheDoor, who, now);
}

/** Who said who they are, or back to where that is asked. */
export function whoIsAtTheDoor(cookies: Cookies, now: Date): AtTheDoor {
	return remembered(cookies, atTheDoor, now) ?? redirect(303, '/sign-in');
}

export type NotIn = { kind: 'no' } | { kind: 'busy' } | { kind: 'wait'; seconds: number };
const STATUS = { no: 400, wait: 429, busy: 503 } as const;
const LONG_SECONDS = 300;

/** What somebody is told who did not come in: the words' key, and when to try again. */
export function notIn({ setHeaders }: Pick<RequestEvent, 'setHeaders'>, checked: NotIn, now: Date, no: string) {
	const seconds = checked.kind === 'wait' ? checked.seconds : 10;
	if (checked.kind !== 'no') setHeaders({ 'Retry-After': String(seconds) });
	const wait = seconds > LONG_SECONDS ? 'door:waitLong' : 'door:wait';
	const problem = { no, wait, busy: 'door:busy' }[checked.kind];
	const { minutes, clock } = restOf(seconds, now);
	return fail(STATUS[checked.kind], { problem, count: minutes, clock });
}

/** Opens the door, and leads to where they wanted to go. */
export async function openTheDoor(
	event: Pick<RequestEvent, 'cookies' | 'request'>,
	{ accountId }: YoungPersonSignedIn,
	means: Means,
	to: string | null,
	now: Date
): Promise<never> {
	await letIn(event, { kind: 'young person', id: accountId }, means, now);
	redirect(303, to?.startsWith('/me') ? to : '/me');
}

/** Somebody typed or tapped what they remember: in, or the words for why not. */
export async function comeInWith(event: RequestEvent, who: AtTheDoor, remembered: Remembered, no: string, now: Date) {
	const device = deviceIn(event.request);
	const checked = await checkRemembered(database(), keyring(), who.userName, remembered, device, now);
	if (checked.kind === 'right') return openTheDoor(event, checked.youngPerson, remembered.way, who.to, now);
	return notIn(event, checked, now, no);
}
