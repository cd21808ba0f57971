/*
 * A user name was typed, or an idea for one tapped, where somebody joins or changes theirs: reading it, and the words for
 * why it cannot be had. Which names are taken is known in auth/young.
 */
import { fail, type RequestEvent } from '@sveltejs/kit';
import { restOf } from '#lib/auth/waiting.ts';
import { readUserName } from '#lib/auth/young/user-name.ts';

const LONGEST = 100;

/** What was typed, and what it is as a name. */
export async function typedName(request: Request) {
	const form = await request.formData();
	const typed = String(form.get('idea') ?? form.get('name') ?? '').slice(0, LONGEST);
	return { typed, read: readUserName(typed) };
}

/** The words for a name that somebody has, or that may not be looked for just now. */
export function notTheirs(
	{ setHeaders }: Pick<RequestEvent, 'setHeaders'>,
	look: { kind: 'taken' } | { kind: 'wait'; seconds: number },
	typed: string,
	now: Date
) {
	if (look.kind === 'taken') return fail(409, { reason: 'taken', typed });
	setHeaders({ 'Retry-After': String(look.seconds) });
	const { minutes, clock } = restOf(look.seconds, now);
	return fail(429, { reason: 'wait', typed, count: minutes, clock });
}
