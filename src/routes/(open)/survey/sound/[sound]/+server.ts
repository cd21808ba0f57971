import { error } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { portionOf } from '#lib/recordings/portion.ts';
import { soundOf } from '#lib/recordings/recordings.server.ts';
import type { RequestHandler } from './$types';

/** A recording for whoever has its address: no visit and no sign-in is read. The hook lets nobody keep it. */
export const GET: RequestHandler = async ({ params, request }) => {
	const found = await soundOf(database(), params.sound);
	if (!found) error(404, 'There is no such recording.');
	const { type, sound } = found;
	const portion = portionOf(request.headers.get('range'), sound.length);
	const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
	const part = (said: string) => ({ ...headers, 'Content-Range': `bytes ${said}/${sound.length}` });
	if (portion === 'beyond') return new Response(null, { status: 416, headers: part('*') });
	if (!portion) return new Response(sound, { headers });
	const { from, to } = portion;
	return new Response(sound.slice(from, to + 1), { status: 206, headers: part(`${from}-${to}`) });
};
