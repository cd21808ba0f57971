import type { PageServerLoad } from './$types';

const PARTS = ['me', 'staff', 'committee', 'advocate'] as const;

/** The hook shows this page, with its own status, to whoever is signed in and stands before a part of somebody else's. */
export const load: PageServerLoad = ({ url }) => {
	const asked = url.searchParams.get('for');
	return { part: PARTS.find((part) => part === asked) ?? 'staff' };
};
