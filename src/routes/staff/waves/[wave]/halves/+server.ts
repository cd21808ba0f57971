import { redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { noteHalfDestroyed } from '#lib/waves/recovery.server.ts';
import type { RequestHandler } from './$types';
import { theirWave } from '../theirs.server.ts';

/** Notes that a holder says their half of the recovery copy is destroyed. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const { actor, wave } = await theirWave(locals, params.wave);
	const holder = String((await request.formData()).get('holder') ?? '');
	await noteHalfDestroyed(database(), actor, wave.id, holder, new Date());
	redirect(303, `/staff/waves/${wave.id}`);
};
