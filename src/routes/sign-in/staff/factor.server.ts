/*
 * What the two pages share where a member of staff shows a second factor: at sign-in and at a step-up.
 */
import { signInOptions } from '#lib/auth/passkeys/proving.server.ts';
import { hasGenerator, nextCodeOf } from '#lib/auth/staff/code-generators.server.ts';
import type { Shown } from '#lib/auth/staff/second-step.server.ts';
import { database, keyring, theServer } from '#lib/database/running.server.ts';

/** What somebody can show, and the challenge for their passkeys. The demonstration's people have no app: it tells the code. */
export async function factorPage(url: URL, staffId: string, now: Date) {
	const { options, challenge } = await signInOptions(database(), url.origin, { kind: 'staff', id: staffId });
	const tells = theServer().configuration.demonstration;
	const shown = {
		generator: await hasGenerator(database(), staffId),
		passkey: options.allowCredentials?.length ? options : null,
		demonstrationCode: tells ? await nextCodeOf(database(), keyring(), staffId, now) : null
	};
	return { shown, challenge };
}

/** What a form of the page showed. */
export async function shownIn(request: Request, url: URL, kind: Shown['kind'], challenge = ''): Promise<Shown> {
	const form = await request.formData();
	if (kind !== 'passkey') return { kind, typed: String(form.get('code') ?? '').slice(0, 100) };
	return { kind, origin: url.origin, challenge, answer: String(form.get('answer') ?? '') };
}
