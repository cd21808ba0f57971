/*
 * What a young person gave besides their words, opened from its place: a name, how and when it is safe to reach them.
 */
import { z } from 'zod';
import type { Selectable } from 'kysely';
import type { ConcernTable } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { REPLIES, type Given } from '../concern.ts';
import { openIfReadable } from '#lib/secrets/unreadable.server.ts';
import { concernPlace, openConcernText } from '../sealing.server.ts';

const text = z.string().nullable();
const givenSchema = z.object({ name: text, reply: z.enum(REPLIES), address: text, safeWhen: text });

/** Opens it. @throws when it was sealed elsewhere or by another key. */
export function openGiven(
	keyring: Keyring,
	{ id, young_person_id, given_sealed }: Pick<Selectable<ConcernTable>, 'id' | 'young_person_id' | 'given_sealed'>
): Given {
	return givenSchema.parse(JSON.parse(openConcernText(keyring, 'given_sealed', id, young_person_id, given_sealed)));
}

/** The name somebody without an account gave, for the board, where one that does not open must not hide all the others. */
export function nameGiven(
	keyring: Keyring,
	{ id, young_person_id, given_sealed }: Pick<Selectable<ConcernTable>, 'id' | 'young_person_id' | 'given_sealed'>
): string | null {
	const opened = openIfReadable(keyring, concernPlace('given_sealed', id, young_person_id), given_sealed);
	return opened === null ? 'A name that cannot be read' : givenSchema.parse(JSON.parse(opened)).name;
}
