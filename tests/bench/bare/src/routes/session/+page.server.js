import { lucia } from '../../session.js';

export const load = async ({ cookies }) => {
	const { user } = await lucia.validateSession(cookies.get('session') ?? '');
	return { name: user?.name ?? 'nobody' };
};
