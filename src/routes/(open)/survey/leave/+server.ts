import { forgetTalking } from '../../help/talk/visiting.server.ts';
import type { RequestHandler } from './$types';
import { endVisit, leaveVisit, sendBack } from '../visiting.server.ts';

/** Ends the visit and what was chosen for comfort; what was kept with pictures stays. A script may send no form. */
export const POST: RequestHandler = async ({ cookies, request }) => {
	await leaveVisit(cookies, await request.formData().catch(() => null));
	endVisit(cookies);
	forgetTalking(cookies);
	sendBack('left');
};
