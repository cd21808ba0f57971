import { askMyself } from '#lib/data-rights/asking.server.ts';
import { SECTIONS } from '#lib/data-rights/held.ts';
import { heldAbout } from '#lib/data-rights/holders.server.ts';
import { ownRequests } from '#lib/data-rights/reading.server.ts';
import { dayInWords } from '#lib/calendar/day.ts';
import { theServer } from '#lib/database/running.server.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { signedIn } from '../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { youngPerson } = signedIn(locals);
	const { db, keyring } = theServer();
	const subject = await subjectOf(db, youngPerson.youngPersonId);
	const held = subject ? await heldAbout(db, keyring, subject) : [];
	return {
		kinds: SECTIONS.map((key) => ({
			key,
			count: held.filter((one) => one.key === key).reduce((sum, { entries }) => sum + entries.length, 0)
		})),
		requests: await ownRequests(db, keyring, youngPerson),
		once: randomId(),
		gone: url.searchParams.has('gone')
	};
};

export const actions: Actions = {
	copy: async ({ locals, request }) => {
		const { youngPerson } = signedIn(locals);
		const { db, keyring } = theServer();
		const once = String((await request.formData()).get('once') ?? '').slice(0, 64);
		const asked = await askMyself(db, keyring, youngPerson, { kind: 'copy', words: null, once }, new Date());
		return { due: asked.kind === 'asked' ? dayInWords(asked.dueOn) : null };
	}
};
