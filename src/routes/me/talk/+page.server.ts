import { redirect } from '@sveltejs/kit';
import { myConcerns } from '#lib/concerns/mine.server.ts';
import { database } from '#lib/database/running.server.ts';
import { talkFrame } from '../../talking.server.ts';
import { signedIn } from '../signed-in.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const concerns = await myConcerns(database(), signedIn(locals).youngPerson);
	if (concerns.length === 0) redirect(303, '/me/talk/new');
	return { ...(await talkFrame(new Date())), concerns };
};
