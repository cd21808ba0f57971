import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { begunVisit, endVisit } from '../visiting.server.ts';

/** Stops for now: with pictures the visit ends, without them they are picked first. */
export const GET: RequestHandler = ({ cookies }) => {
	const visit = begunVisit(cookies, null);
	if (!visit.kept) redirect(303, '/survey/pictures');
	endVisit(cookies);
	redirect(303, '/survey/paused');
};
