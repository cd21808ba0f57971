import { redirect } from '@sveltejs/kit';
import { forgetTalking } from '../../help/talk/visiting.server.ts';
import type { RequestHandler } from './$types';
import { endVisit, hasBegun, isUsedElsewhere, leaveVisit, sendBack } from '../visiting.server.ts';

/**
 * Ends the visit and what was chosen for comfort; what was kept with pictures stays. Where a survey was begun it asks
 * first. A script may send no form.
 */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
	// A page that closes by itself closes nothing that goes on in another tab.
	const quiet = url.searchParams.get('quiet');
	if (quiet !== null && isUsedElsewhere(cookies, Number(quiet))) return new Response(null, { status: 204 });
	const form = await request.formData().catch(() => null);
	if (quiet === null && form && !form.has('sure') && hasBegun(cookies, form)) redirect(303, '/survey/stopping');
	await leaveVisit(cookies, form);
	endVisit(cookies);
	forgetTalking(cookies);
	sendBack('left');
};
