import { afterSending } from '#lib/ui/comfort/comfort.ts';
import type { RequestHandler } from './$types';
import { comfortIn, keepComfort } from './keeping.server.ts';

/** The same for a script that asks for no page: reading aloud was switched on, or its pace changed. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	keepComfort(cookies, afterSending(comfortIn(cookies), await request.formData()));
	return new Response(null, { status: 204 });
};
