import { pathAfter } from '../../letting-in.server.ts';
import { showCard } from '../../join/card-at-the-door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ to: pathAfter(url.searchParams.get('to')) });

export const actions: Actions = { default: showCard };
