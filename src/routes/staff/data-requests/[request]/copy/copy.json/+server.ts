import { copyToHandOver } from '#lib/data-rights/reading.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { copyAsFile } from '../../../../../handing-copies.server.ts';
import { answererIn } from '../../../answerer.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	return copyAsFile(await copyToHandOver(db, keyring, answererIn(locals), params.request, 'json', new Date()), 'json');
};
