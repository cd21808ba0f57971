import type { LayoutServerLoad } from './$types';
import { closingOf, markIn } from './visiting.server.ts';

/** When the visit closes by itself, for the bar that asks before; and its mark, for the forms. */
export const load: LayoutServerLoad = ({ cookies }) => ({
	closes: closingOf(cookies),
	mark: markIn(cookies)
});
