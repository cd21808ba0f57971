/*
 * The wave of the address, for whoever may run waves; anything else is not found. Every page of a wave begins here.
 */
import { error } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { database } from '#lib/database/running.server.ts';
import { findWave, mayRunWaves, type Wave } from '#lib/waves/waves.server.ts';

export async function theirWave(locals: App.Locals, id: string): Promise<{ actor: SignedIn; wave: Wave }> {
	const { actor } = locals;
	const wave = actor && mayRunWaves(actor) ? await findWave(database(), id) : null;
	if (!actor || !wave) error(404, 'There is nothing here.');
	return { actor, wave };
}
