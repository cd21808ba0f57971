/*
 * The files of a form by their names; a field where none was chosen is left out.
 */
import type { CsvFile } from '#lib/people/csv-table.ts';
import { textsOf } from '../../form.ts';

export async function filesOf(
	form: FormData
): Promise<{ files: Record<string, CsvFile>; texts: Record<string, string> }> {
	const files: Record<string, CsvFile> = {};
	for (const [name, value] of form) {
		if (typeof value === 'string' || value.size === 0) continue;
		files[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
	}
	return { files, texts: textsOf(form) };
}
