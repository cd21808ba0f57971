import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ asked: url.searchParams.has('asked') });
