import { showCard } from './card-at-the-door.server.ts';
import type { Actions, PageServerLoad } from './$types';

const NOTICES = ['late', 'over'] as const;

export const load: PageServerLoad = ({ url }) => ({
	notice: NOTICES.find((notice) => notice === url.searchParams.get('notice')) ?? null
});

export const actions: Actions = { default: showCard };
