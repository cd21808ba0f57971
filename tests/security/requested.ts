/*
 * What young people of the house under test asked about their data: copies on their way, and copies that were given.
 */
import type { SignedIn } from '#lib/auth/actor.ts';
import { askMyself } from '#lib/data-rights/asking.server.ts';
import { collectCopy, draftFor, giveCopy, keepDecided } from '#lib/data-rights/copies/copies.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Surroundings } from '../server/surroundings.ts';

interface Child {
	id: string;
	account: { id: string };
}

/** Requests of both young people: one that is looked through, one that was given. */
export async function requestsOf(at: Surroundings, own: Child, other: Child, leadId: string) {
	const { db, keyring } = at;
	const lead: SignedIn = { staffId: leadId, name: '', tenant: 'council', roles: ['safeguarding lead'] };
	const now = new Date();
	const collected = async ({ id, account }: Child, once: string) => {
		const who = { youngPersonId: id, accountId: account.id };
		const asked = await askMyself(db, keyring, who, { kind: 'copy', words: null, once }, now);
		if (asked.kind !== 'asked') throw new Error(asked.kind);
		await collectCopy(db, keyring, lead, asked.id, now);
		return asked.id;
	};
	const given = async (child: Child) => {
		const id = await collected(child, 'given');
		const draft = await draftFor(db, keyring, lead, id);
		const keys = (draft?.sections ?? []).flatMap(({ entries }) => entries.map(({ key }) => key));
		const entries = Object.fromEntries(keys.map((key) => [key, { looked: true, out: false, hide: [] }]));
		await keepDecided(db, keyring, lead, id, { hide: [], entries });
		const done = await giveCopy(db, keyring, lead, id, 'Here it is', now);
		if (done.kind !== 'done') throw new Error(done.kind);
		return id;
	};
	return {
		'given copy': { own: await given(own), other: await given(other), none: randomId() },
		'data request': { own: await collected(own, 'mine'), other: await collected(other, 'mine'), none: randomId() }
	};
}
