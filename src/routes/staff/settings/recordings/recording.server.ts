/*
 * Who may be here, which list an address names, and the sounds of a form. What becomes of them is decided in recordings/.
 */
import { error } from '@sveltejs/kit';
import { z } from 'zod';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { GivenSound } from '#lib/recordings/adding.server.ts';
import { MOST_BYTES, mayRecord } from '#lib/recordings/recording.ts';
import { LISTS, type List } from '#lib/recordings/texts.ts';

/** Whoever may record; for anyone else there is nothing here. */
export function recorderIn({ actor }: App.Locals): SignedIn {
	if (!actor || !mayRecord(actor)) error(404, 'There is nothing here.');
	return actor;
}

const listSchema = z.enum(LISTS).catch('4-7');

/** The list that an address names; the youngest's where it names none. */
export const listNamed = (url: URL): List => listSchema.parse(url.searchParams.get('of'));

/** What the field beside one text is called. */
const BESIDE = 'sound-';

/** The files of a form. Of one that is too big no more is read than shows it. */
export async function soundsIn(form: FormData): Promise<GivenSound[]> {
	const sounds: GivenSound[] = [];
	for (const [field, file] of form) {
		if (typeof file === 'string' || file.name === '') continue;
		const sound = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
		sounds.push({ name: file.name, sound, ...(field.startsWith(BESIDE) && { hash: field.slice(BESIDE.length) }) });
	}
	return sounds;
}
