import { fail } from '@sveltejs/kit';
import { readSecretWords } from '#lib/auth/young/ways/secret-words.ts';
import { endJoining, namedJoining } from '../joining.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	namedJoining(cookies, new Date());
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const so = namedJoining(event.cookies, now);
		const read = readSecretWords(String((await event.request.formData()).get('words') ?? ''), so.userName);
		if (read.kind !== 'words') return fail(400, { reason: read.kind });
		return endJoining(event, so, { way: 'secret words', words: read.words }, now);
	}
};
