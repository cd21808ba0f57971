import { error } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { soundOf } from '#lib/recordings/recordings.server.ts';
import type { RequestHandler } from './$types';

/** A recording for whoever has its address: no visit and no sign-in is read. The hook lets nobody keep it. */
export const GET: RequestHandler = async ({ params }) => {
	const found = await soundOf(database(), params.sound);
	if (!found) error(404, 'There is no such recording.');
	const headers = { 'Content-Type': found.type, 'Content-Length': String(found.sound.length) };
	return new Response(found.sound, { headers });
};
