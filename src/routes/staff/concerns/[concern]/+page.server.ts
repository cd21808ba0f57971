import { fail, redirect } from '@sveltejs/kit';
import { answerConcern, assignConcern } from '#lib/concerns/board/answers.server.ts';
import { putOnFile, reopenConcern } from '#lib/concerns/board/closings.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { actorIn, notYet, shownIn, theirThread } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	me: actorIn(locals).staffId,
	thread: await theirThread(locals, params.concern),
	done: url.searchParams.get('done')
});

const back = (concern: string, done: string): never => redirect(303, `/staff/concerns/${concern}?done=${done}`);

export const actions: Actions = {
	answer: async ({ locals, params: { concern }, request }) => {
		const { db, keyring } = theServer();
		const form = await request.formData();
		const words = String(form.get('words') ?? '');
		const given = { ...shownIn(concern, form), words };
		const answered = await answerConcern(db, keyring, actorIn(locals), given, new Date());
		if (answered.kind === 'answered') return back(concern, 'answered');
		if (answered.kind === 'not theirs' || answered.kind === 'changed in between')
			return notYet(answered.kind, { words });
		return fail(422, { ...answered, given: { words } });
	},
	assign: async ({ locals, params: { concern }, request }) => {
		const form = await request.formData();
		const given = { ...shownIn(concern, form), to: String(form.get('to') ?? '') };
		const assigned = await assignConcern(theServer().db, actorIn(locals), given, new Date());
		if (assigned.kind === 'assigned') return back(concern, 'given');
		if (assigned.kind === 'nobody can') return fail(422, { kind: assigned.kind, given: { to: given.to } });
		return notYet(assigned.kind);
	},
	file: async ({ locals, params: { concern }, request }) => {
		const { db, keyring } = theServer();
		const form = await request.formData();
		const [why, on] = [String(form.get('why') ?? ''), form.get('on') === 'yes'];
		const filed = await putOnFile(db, keyring, actorIn(locals), { ...shownIn(concern, form), on, why }, new Date());
		if (filed.kind === 'filed') return back(concern, filed.on ? 'filed' : 'taken-off');
		if (filed.kind === 'not theirs' || filed.kind === 'changed in between') return notYet(filed.kind, { why });
		return fail(422, { ...filed, given: { why } });
	},
	again: async ({ locals, params: { concern }, request }) => {
		const form = await request.formData();
		const opened = await reopenConcern(theServer().db, actorIn(locals), shownIn(concern, form), new Date());
		if (opened.kind === 'not theirs' || opened.kind === 'changed in between') return notYet(opened.kind);
		return back(concern, 'again');
	}
};
