/*
 * A copy that was given, as a file: the same for the young person and for who hands it over. Whose it is, is decided before.
 */
import { error } from '@sveltejs/kit';
import type { GivenCopy } from '#lib/data-rights/copies/copy.ts';
import { copyFile, worded } from '#lib/data-rights/copies/worded.ts';
import { database } from '#lib/database/running.server.ts';
import { copyPdf } from '#lib/documents/copy.server.ts';
import { translator } from '#lib/i18n/translate.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';

const TYPES = { pdf: 'application/pdf', json: 'application/json' } as const;

/** The file; 404 where there is no copy. Its name says nothing about whose it is. */
export async function copyAsFile(copy: GivenCopy | null, format: keyof typeof TYPES): Promise<Response> {
	if (!copy) error(404, 'There is nothing here.');
	const t = translator();
	const words = worded(t, copy);
	const { 'council name': council } = await currentSettings(database(), new Date());
	const body = format === 'json' ? copyFile(words) : new Uint8Array(copyPdf(words, council, t('data:document.signs')));
	return new Response(body, {
		headers: { 'Content-Type': TYPES[format], 'Content-Disposition': `attachment; filename="copy.${format}"` }
	});
}
