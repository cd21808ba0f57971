import { redirect } from '@sveltejs/kit';
import { forgetComfort } from '../../../comfort/keeping.server.ts';
import { forgetTalking } from '../visiting.server.ts';
import type { RequestHandler } from './$types';

/** "I'm done", and "Someone else's turn": nothing is remembered, and nothing that was shown stays in the browser. */
export const POST: RequestHandler = ({ cookies, setHeaders }) => {
	forgetTalking(cookies);
	forgetComfort(cookies);
	setHeaders({ 'Clear-Site-Data': '"cache"' });
	redirect(303, '/help/talk?left');
};
