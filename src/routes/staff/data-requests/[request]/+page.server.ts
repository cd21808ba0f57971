import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar/day.ts';
import { acknowledge, answer, isThere, openRequest } from '#lib/data-rights/answering.server.ts';
import { collectCopy } from '#lib/data-rights/copies/copies.server.ts';
import { MOST_WORDS, typed } from '#lib/data-rights/request.ts';
import { theServer } from '#lib/database/running.server.ts';
import { answererIn, nothingHere } from '../answerer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = answererIn(locals);
	const { db, keyring } = theServer();
	const now = new Date();
	const today = dayOf(now);
	const request = await openRequest(db, keyring, actor, params.request, now, today);
	return { request: request ?? nothingHere(), today };
};

export const actions: Actions = {
	acknowledge: async ({ locals, params }) => {
		const done = await acknowledge(theServer().db, answererIn(locals), params.request, new Date());
		if (done.kind === 'not theirs') return nothingHere();
		return { said: done.kind === 'done' ? 'They can read that you have it.' : 'That was done already.' };
	},
	answer: async ({ locals, params, request }) => {
		const actor = answererIn(locals);
		const { db, keyring } = theServer();
		const words = typed(String((await request.formData()).get('words') ?? ''), MOST_WORDS);
		if (!(await isThere(db, actor, params.request))) return nothingHere();
		if (words === null) return fail(400, { problem: 'Write an answer first. Nothing was sent.' });
		const done = await answer(db, keyring, actor, params.request, words, new Date());
		if (done.kind === 'not theirs') return nothingHere();
		return { said: done.kind === 'done' ? 'Answered. They can read it now.' : 'That was answered already.' };
	},
	collect: async ({ locals, params }) => {
		const actor = answererIn(locals);
		const { db, keyring } = theServer();
		const done = await collectCopy(db, keyring, actor, params.request, new Date());
		if (done.kind === 'not theirs') return nothingHere();
		redirect(303, `/staff/data-requests/${params.request}/copy`);
	}
};
