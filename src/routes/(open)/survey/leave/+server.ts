import type { RequestHandler } from './$types';
import { endVisit, sendBack } from '../visiting.server.ts';

/** Ends the visit; what was kept with pictures stays. */
export const POST: RequestHandler = ({ cookies }) => {
	endVisit(cookies);
	sendBack('left');
};
