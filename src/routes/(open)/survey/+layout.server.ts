import type { LayoutServerLoad } from './$types';
import { closingOf } from './visiting.server.ts';

/** When the visit closes by itself, for the bar that asks before. */
export const load: LayoutServerLoad = ({ cookies }) => ({ closes: closingOf(cookies) });
