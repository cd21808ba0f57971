import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { forCommittee } from '#lib/database/handle.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { closedWave, drawnAnswers } from '../../../tests/releases/closed-wave.ts';
import { exportRelease } from './export.server.ts';
import { releaseResults } from './releases.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const operator = { commandLine: true, name: 'command line' } as const;

onEveryEngine('exporting a release', (open, engine) => {
	it('writes both files whole, the same ones every time, and none for somebody who may not read it', async () => {
		const { db } = await open();
		const waveId = await closedWave(db, { name: 'Spring 2026', answers: drawnAnswers(60, 20) });
		const made = await releaseResults(db, operator, waveId, { today: '2026-04-01' });
		if (made.kind !== 'released') throw new Error(made.kind);
		const out = join(folder, engine, 'new');
		const exported = await exportRelease(forCommittee(db), operator, made.releaseId, out);
		const files = ['spring-2026-release.json', 'spring-2026-release.csv'].map((name) => join(out, name));
		expect(exported).toEqual({ kind: 'exported', files });
		const before = files.map((file) => readFileSync(file, 'utf8'));
		expect(JSON.parse(before[0] ?? '')).toMatchObject({ format: 'earshot-release', id: made.releaseId });

		await exportRelease(forCommittee(db), operator, made.releaseId, out);
		expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
		expect(readdirSync(out).sort()).toEqual(['spring-2026-release.csv', 'spring-2026-release.json']);

		const stranger = { staffId: 's', name: 'Sy', tenant: 'council', roles: ['social worker'] } as const;
		const other = join(folder, engine, 'other');
		expect(await exportRelease(forCommittee(db), stranger, made.releaseId, other)).toEqual({ kind: 'not found' });
		expect(readdirSync(join(folder, engine))).toEqual(['new']);
	});
});
