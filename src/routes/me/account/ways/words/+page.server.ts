import { fail } from '@sveltejs/kit';
import { userNameOf } from '#lib/auth/young/accounts.server.ts';
import { readSecretWords } from '#lib/auth/young/ways/secret-words.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { signedIn } from '../../../signed-in.server.ts';
import { useFromNow } from '../changing.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const name = await userNameOf(database(), keyring(), signedIn(event.locals).youngPerson);
		const read = readSecretWords(String((await event.request.formData()).get('words') ?? ''), name);
		if (read.kind !== 'words') return fail(400, { reason: read.kind });
		return useFromNow(event, { way: 'secret words', words: read.words }, new Date());
	}
};
