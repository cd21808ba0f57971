/*
 * Asking about one's own data, as steps for journeys and pages: a lead who answers, and a copy on its way.
 */
import type { Page } from '@playwright/test';
import { askMyself } from '#lib/data-rights/asking.server.ts';
import { collectCopy, draftFor, giveCopy, keepDecided } from '#lib/data-rights/copies/copies.server.ts';
import { staffMember } from '../accounts.ts';
import { concernOf } from '../data/held-person.ts';
import { signedInYoungPerson } from './coming-in.ts';
import { signInHolder, type Served } from './served.ts';

/** Somebody signed in who asked for a copy; with a message of theirs that names another. */
export async function whoAsked(page: Page, served: Served) {
	const { db, keyring } = served;
	const who = await signedInYoungPerson(page, served);
	await concernOf(db, keyring, who.youngPersonId, {
		closedAt: '2026-11-05T10:00:00.000Z',
		words: 'At night my brother Zebedee shouts at me. I told Zebedee to stop.'
	});
	const asked = await askMyself(db, keyring, who, { kind: 'copy', words: null, once: who.accountId }, new Date());
	if (asked.kind !== 'asked') throw new Error(asked.kind);
	return { who, request: asked.id };
}

/** The same, once the copy was given. */
export async function whoWasGiven(page: Page, served: Served) {
	const { db, keyring } = served;
	const { who, request } = await whoAsked(page, served);
	const lead = await staffMember(db, ['safeguarding lead']);
	await collectCopy(db, keyring, lead, request, new Date());
	const draft = await draftFor(db, keyring, lead, request);
	const keys = (draft?.sections ?? []).flatMap(({ entries }) => entries.map(({ key }) => key));
	const entries = Object.fromEntries(keys.map((key) => [key, { looked: true, out: false, hide: [] }]));
	await keepDecided(db, keyring, lead, request, { hide: ['Zebedee'], entries });
	await giveCopy(db, keyring, lead, request, 'Here it is. Ask me if anything is unclear.', new Date());
	return { who, request };
}

/** A safeguarding lead in the page's browser. */
export async function asLead(page: Page, served: Served): Promise<void> {
	const { staffId } = await staffMember(served.db, ['safeguarding lead'], 'Lee Lead');
	await signInHolder(page, served, { kind: 'staff', id: staffId });
}
