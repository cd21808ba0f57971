/*
 * An open wave of invented young people with a code each, in any migrated database: aged 14 unless other versions are
 * asked for. For the linker, the ballots, the journeys and the bench; the operations do all but the roster's rows.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { issueCodes } from '#lib/waves/codes.server.ts';
import { openWave } from '#lib/waves/opening.server.ts';
import { createWave, findWave, type Wave } from '#lib/waves/waves.server.ts';

export const OPERATOR = { commandLine: true, name: 'tests' } as const;

/** Who is asked with a version: somebody of this age and standing. */
const ASKED_WITH: Readonly<Record<Version, { age: number; standing: 'in care' | 'care leaver' }>> = {
	'4-7': { age: 5, standing: 'in care' },
	'8-10': { age: 9, standing: 'in care' },
	'11-17': { age: 14, standing: 'in care' },
	'16-25': { age: 19, standing: 'care leaver' }
};

/** Writes that many young people of a version's age into the roster; gives their ids. */
export async function inviteYoungPeople(
	db: Database,
	count: number,
	today: string,
	version: Version = '11-17'
): Promise<string[]> {
	const { age, standing } = ASKED_WITH[version];
	const facts = { sex: '2', ethnic_group: 'WBRI', standing, imported_as_of: today };
	const blank = { language: null, iro: null, social_worker: null, team: null, district: null, details_sealed: null };
	const born = `${Number(today.slice(0, 4)) - age}-01-01`;
	const rows = Array.from({ length: count }, () => ({
		id: randomUUID(),
		child: randomUUID(),
		born,
		...facts,
		...blank
	}));
	for (let at = 0; at < rows.length; at += 500) {
		await db
			.insertInto('young_person')
			.values(rows.slice(at, at + 500))
			.execute();
	}
	return rows.map(({ id }) => id);
}

export type CodesByVersion = Readonly<Record<Version, string[]>>;

/** Drafts and opens a wave for everybody in the roster and issues the codes, printed in groups of four. */
export async function openedWave(
	db: Database,
	keyring: Keyring,
	{ name, today, closes, spares = 0 }: { name: string; today: string; closes: string; spares?: number }
): Promise<{ wave: Wave; codes: string[]; codesBy: CodesByVersion }> {
	const created = await createWave(db, OPERATOR, { name, opens: today, closes }, today);
	if (created.kind !== 'created') throw new Error(`not created: ${JSON.stringify(created)}`);
	const drafted = await findWave(db, created.id);
	const opened =
		drafted &&
		(await openWave(db, keyring, OPERATOR, drafted, { today, holders: null, now: new Date(`${today}T09:00:00Z`) }));
	if (opened?.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(opened)}`);
	const wave = await findWave(db, created.id);
	if (!wave) throw new Error('an opened wave is found');
	const codes: string[] = [];
	const codesBy = Object.fromEntries(VERSIONS.map((version) => [version, [] as string[]])) as CodesByVersion;
	const issued = await issueCodes(db, OPERATOR, wave, { spares }, async (made) => {
		for (const { code, version } of made) {
			codes.push(code);
			codesBy[version].push(code);
		}
	});
	if (issued.kind !== 'issued') throw new Error(`not issued: ${issued.kind}`);
	return { wave, codes, codesBy };
}
