/*
 * What the pages of joining share: the card that was right and what was chosen so far, sealed between two pages; and the
 * end, where everything is stored at once. What is stored, and that a card is spent once, is in auth/young.
 */
import { redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { underWay } from '#lib/auth/under-way.server.ts';
import { choosingSchema } from '#lib/auth/young/ways/picture-password.ts';
import { join, type ChosenWay } from '#lib/auth/young/joinings.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, letIn } from '../letting-in.server.ts';
import { remember, remembered } from '../under-way.server.ts';

const joining = underWay(
	'joining',
	z.object({
		selector: z.string(),
		accountId: z.string(),
		/** The name that was chosen; null before that, and for an account that has one. */
		userName: z.string().nullable(),
		again: z.boolean(),
		choosing: choosingSchema,
		/** Of the device's lock that is being made. */
		challenge: z.string().nullable()
	}),
	30
);

export type JoiningSoFar = Exclude<ReturnType<typeof joining.read>, null>;
export type NamedJoining = JoiningSoFar & { userName: string };

export function rememberJoining(cookies: Cookies, so: JoiningSoFar, now: Date): void {
	remember(cookies, joining, so, now);
}

/** The joining under way, or back to the card. */
export function joiningSoFar(cookies: Cookies, now: Date): JoiningSoFar {
	return remembered(cookies, joining, now) ?? redirect(303, '/join?notice=late');
}

/** The joining under way with the name that was chosen, '' for an account that has one; or the page that asks for one. */
export function namedJoining(cookies: Cookies, now: Date): NamedJoining {
	const so = joiningSoFar(cookies, now);
	return { ...so, userName: so.again ? '' : (so.userName ?? redirect(303, '/join/name')) };
}

/** The last step: the account is there, the card is spent, and they are in. */
export async function endJoining(
	event: Pick<RequestEvent, 'cookies' | 'request'>,
	so: NamedJoining,
	chosen: ChosenWay,
	now: Date
): Promise<never> {
	const device = deviceIn(event.request);
	const joined = await join(database(), keyring(), so, { userName: so.userName, chosen, device }, now);
	if (joined.kind === 'taken') {
		rememberJoining(event.cookies, { ...so, userName: null }, now);
		redirect(303, '/join/name?taken');
	}
	if (joined.kind === 'the card is over') redirect(303, '/join?notice=over');
	await letIn(event, { kind: 'young person', id: joined.youngPerson.accountId }, chosen.way, now);
	redirect(303, '/me');
}
