/*
 * Writing a release's files to a folder, for the command line. What is in them is decided in export.ts.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#lib/auth/actor.ts';
import type { CommitteeHandle } from '#lib/database/schema.ts';
import { releaseCsv } from './csv.ts';
import { fileNameOf, releaseJson } from './export.ts';
import { readRelease } from './reading.server.ts';

export type Exported = { kind: 'exported'; files: string[] } | { kind: 'not found' };

/** Written beside and then moved, so that a reader never finds half a file. */
async function writeWhole(path: string, text: string): Promise<string> {
	await writeFile(`${path}.part`, text);
	await rename(`${path}.part`, path);
	return path;
}

/**
 * Writes `<wave>-release.json` and `<wave>-release.csv` into the folder, which is made where it is missing.
 * Files of the same name are replaced: a release does not change.
 * @returns the paths; 'not found' also for an actor who may not read releases.
 * @throws the file system's own error when the folder cannot be written.
 */
export async function exportRelease(
	committee: CommitteeHandle,
	actor: Actor,
	releaseId: string,
	folder: string
): Promise<Exported> {
	const release = await readRelease(committee, actor, releaseId);
	if (!release) return { kind: 'not found' };
	await mkdir(folder, { recursive: true });
	const path = join(folder, fileNameOf(release));
	const json = await writeWhole(`${path}.json`, `${JSON.stringify(releaseJson(release), null, '\t')}\n`);
	const csv = await writeWhole(`${path}.csv`, releaseCsv(release));
	return { kind: 'exported', files: [json, csv] };
}
