import type { PageServerLoad } from './$types';
import { begunVisit, markIn } from '../visiting.server.ts';

/** One tap ends nothing that somebody has begun: it is asked first, and ended by what is tapped here. */
export const load: PageServerLoad = ({ cookies }) => {
	const { version, kept } = begunVisit(cookies, null);
	return { version, kept, mark: markIn(cookies) };
};
