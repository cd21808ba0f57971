import { forgetComfort } from '../../comfort/keeping.server.ts';
import { forgetTalking } from '../../help/talk/visiting.server.ts';
import type { RequestHandler } from './$types';
import { leaveVisit, sendBack } from '../visiting.server.ts';

/** Ends the visit; what was kept with pictures stays. */
export const POST: RequestHandler = async ({ cookies }) => {
	await leaveVisit(cookies);
	forgetTalking(cookies);
	forgetComfort(cookies);
	sendBack('left');
};
