import { ownCopyFile } from '#lib/data-rights/reading.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { copyAsFile } from '../../../../../../handing-copies.server.ts';
import { signedIn } from '../../../../../signed-in.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	const { youngPerson } = signedIn(locals);
	return copyAsFile(await ownCopyFile(db, keyring, youngPerson, params.request, 'json', new Date()), 'json');
};
