import { fail, redirect } from '@sveltejs/kit';
import { writeDown } from '#lib/data-rights/asking.server.ts';
import { MOST_WORDS, REQUEST_KINDS, typed } from '#lib/data-rights/request.ts';
import { theServer } from '#lib/database/running.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { textsOf } from '../../form.ts';
import { answererIn } from '../answerer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	answererIn(locals);
	return { once: randomId() };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const actor = answererIn(locals);
		const { db, keyring } = theServer();
		const given = textsOf(await request.formData());
		const kind = REQUEST_KINDS.find((one) => one === given['kind']);
		if (!kind) return fail(400, { problem: 'Choose what they asked for.', given });
		const asking = { child: given['child'] ?? '', kind, words: typed(given['words'] ?? '', MOST_WORDS) };
		const asked = await writeDown(db, keyring, actor, { ...asking, once: given['once'] ?? '' }, new Date());
		if (!asked)
			return fail(404, { problem: 'Nobody in the roster has this CHILD number. Check it on their page.', given });
		if (asked.kind === 'for another lead')
			return fail(403, {
				problem: 'You work with them yourself. Another safeguarding lead must write it down.',
				given
			});
		if (asked.kind !== 'asked')
			return fail(409, { problem: 'They have asked for this already, and it waits for its answer.', given });
		redirect(303, '/staff/data-requests?said=written');
	}
};
