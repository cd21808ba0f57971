import { error } from '@sveltejs/kit';
import { forCommittee } from '#lib/database/handle.server.ts';
import { database } from '#lib/database/running.server.ts';
import { fileNameOf, releaseJson } from '#lib/releases/export.ts';
import { noteExported } from '#lib/releases/exported.server.ts';
import { readRelease } from '#lib/releases/reading.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { actor } = locals;
	const release = actor && (await readRelease(forCommittee(database()), actor, params.release));
	if (!release) error(404, 'Not found');
	await noteExported(database(), actor, release.id, 'JSON', new Date());
	return new Response(`${JSON.stringify(releaseJson(release), null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${fileNameOf(release)}.json"`,
			'cache-control': 'no-store'
		}
	});
};
