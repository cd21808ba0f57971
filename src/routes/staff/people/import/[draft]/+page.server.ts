import { error, redirect } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { startWork } from '#lib/jobs/progress.server.ts';
import { dropImports, importWaiting } from '#lib/people/importing/drafts.server.ts';
import { previewImport, takeImportIn } from '#lib/people/importing/previews.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { keeperOf } from '../../theirs.server.ts';
import { outcomeOf } from './outcome.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	const preview = await previewImport(db, keyring, keeperOf(locals), params.draft, new Date());
	if (!preview) redirect(303, '/staff/people/import');
	return { preview };
};

export const actions: Actions = {
	yes: async ({ locals, params }) => {
		const actor = keeperOf(locals);
		const { db, keyring } = theServer();
		const now = new Date();
		if (!(await importWaiting(db, keyring, actor, params.draft, now))) error(404, 'There is nothing here.');
		startWork(`import ${actor.staffId}`, 'Taking the files in', async (report) =>
			outcomeOf(
				await takeImportIn(db, keyring, actor, params.draft, now, (done, of) => report('Taking the files in', done, of))
			)
		);
		redirect(303, '/staff/people/import');
	},
	no: async ({ locals }) => {
		await dropImports(theServer().db, keeperOf(locals));
		redirect(303, '/staff/people/import');
	}
};
