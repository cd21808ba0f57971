import { error, fail, redirect } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { forgetWork, workOn } from '#lib/jobs/progress.server.ts';
import { DETAILS_COLUMNS } from '#lib/people/detail.ts';
import { keepImport, type ImportGiven } from '#lib/people/importing/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { keeperOf } from '../theirs.server.ts';
import { filesOf } from './files.ts';

export const load: PageServerLoad = ({ locals }) => {
	const subject = `import ${keeperOf(locals).staffId}`;
	const work = workOn(subject);
	forgetWork(subject); // told once: only what is still running is told again
	return { work, columns: DETAILS_COLUMNS };
};

async function keep(locals: App.Locals, given: ImportGiven) {
	const { db, keyring } = theServer();
	const kept = await keepImport(db, keyring, keeperOf(locals), given, new Date());
	if (kept.kind === 'not allowed') error(404, 'There is nothing here.');
	if (kept.kind === 'wrong') return fail(422, { which: given.kind, reasons: kept.reasons });
	redirect(303, `/staff/people/import/${kept.id}`);
}

export const actions: Actions = {
	return: async ({ locals, request }) => {
		const { files, texts } = await filesOf(await request.formData());
		const { header = null, episodes = null, reviews = null, uasc = null, oc3 = null } = files;
		const given = { header, episodes, reviews, uasc, oc3 };
		return keep(locals, { kind: 'return', asOf: texts['asOf'] ?? '', files: given });
	},
	details: async ({ locals, request }) => {
		const { files } = await filesOf(await request.formData());
		return keep(locals, { kind: 'details', file: files['details'] ?? null });
	}
};
