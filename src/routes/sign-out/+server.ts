import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/auth/signing-out.server.ts';
import { database } from '#lib/database/running.server.ts';
import { forgetComfort } from '../(open)/comfort/keeping.server.ts';
import { forgetTalking } from '../(open)/help/talk/visiting.server.ts';
import { letOut, sessionOf } from '../letting-in.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, setHeaders }) => {
	const now = new Date();
	const session = await sessionOf(cookies, now);
	if (session) await signOut(database(), session, now);
	await letOut(cookies);
	forgetTalking(cookies);
	forgetComfort(cookies);
	setHeaders({ 'Clear-Site-Data': '"cache", "storage"' });
	redirect(303, session?.youngPerson ? '/' : '/sign-in/staff');
};
