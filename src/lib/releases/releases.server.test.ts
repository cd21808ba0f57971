import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import { forCommittee } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { closedWave, drawnAnswers, times } from '../../../tests/releases/closed-wave.ts';
import { listReleases, readRelease } from './reading.server.ts';
import { releaseResults } from './releases.server.ts';
import type { Release, ReleasedQuestion } from './release.ts';

const today = '2026-04-01';
const officer: SignedIn = { staffId: 'officer', name: 'Ada', tenant: 'council', roles: ['participation officer'] };
const member: SignedIn = { staffId: 'member', name: 'Bo', tenant: 'council', roles: ['committee member'] };
const iro: SignedIn = {
	staffId: 'iro',
	name: 'Cy',
	tenant: 'council',
	roles: ['IRO', 'social worker', 'safeguarding lead']
};

function questionIn(release: Release | null, key: string): ReleasedQuestion | undefined {
	return release?.versions.flatMap((one) => one.domains.flatMap((each) => each.questions)).find((q) => q.key === key);
}

function valuesOf(release: Release | null, key: string) {
	return questionIn(release, key)?.options.map(({ key, value }) => [key, value]);
}

onEveryEngine('a release', (open) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await open());
	});

	const releasesOf = async (waveId: string) => {
		const rows = await db.selectFrom('release').select('id').where('wave_id', '=', waveId).execute();
		return rows.map((row) => row.id);
	};
	const rowsOf = async (waveId: string) => {
		const [releaseId = ''] = await releasesOf(waveId);
		return db.selectFrom('release_value').selectAll().where('release_id', '=', releaseId).orderBy('place').execute();
	};

	it('publishes what was answered, protected, and never what was skipped or not said', async () => {
		const waveId = await closedWave(db, {
			eligible: 100,
			replacements: 3,
			answers: [
				...times(22, { 'good-friend': 'yes', 'fun-weekends': 'always', 'life-satisfaction': '7', gender: 'girl' }),
				...times(19, { 'good-friend': 'no', 'fun-weekends': 'often', 'life-satisfaction': '8', gender: 'boy' }),
				...times(2, { 'fun-weekends': 'never', 'which-hobbies': ['sport', 'music'] }),
				...times(4, { 'which-hobbies': ['sport'], 'made-different': 'prefer-not' })
			]
		});
		const made = await releaseResults(db, officer, waveId, { today });
		expect(made).toMatchObject({ kind: 'released' });
		if (made.kind !== 'released') return;
		const release = await readRelease(forCommittee(db), member, made.releaseId);

		expect(release?.versions).toMatchObject([{ version: '11-17', edition: '11-17/1', eligible: 100, answered: 45 }]);
		expect(valuesOf(release, 'fun-weekends')).toEqual([
			['always', { status: 'percentage', percent: 50, base: 45 }], // 22 of 43
			['often', { status: 'percentage', percent: 45, base: 45 }], // 19 of 43
			['sometimes', { status: 'band', band: 'at most 2', base: 45 }], // nobody
			['never', { status: 'band', band: 'at most 2', base: 45 }] // two
		]);
		expect(valuesOf(release, 'life-satisfaction')).toEqual([
			['0-4', { status: 'band', band: 'at most 2', base: 40 }],
			['5-6', { status: 'band', band: 'at most 2', base: 40 }],
			['7-8', { status: 'band', band: 'all but at most 2', base: 40 }],
			['9-10', { status: 'band', band: 'at most 2', base: 40 }]
		]);
		expect(new Set(questionIn(release, 'which-hobbies')?.options.map((one) => one.value.status))).toEqual(
			new Set(['withheld'])
		);
		expect(questionIn(release, 'made-different')?.options[0]?.value).toEqual({ status: 'withheld' });
		expect(questionIn(release, 'gender')).toBeUndefined();
		expect(release?.certificate).toMatchObject({
			duplicatesAtMost: 3,
			recoveryHalves: 'none given out',
			madeOn: today
		});
	});

	it('publishes one figure of a pair', async () => {
		const waveId = await closedWave(db, {
			answers: [...times(30, { 'knows-advocate': 'yes' }), ...times(14, { 'knows-advocate': 'no' })]
		});
		const made = await releaseResults(db, officer, waveId, { today });
		const release = made.kind === 'released' ? await readRelease(forCommittee(db), member, made.releaseId) : null;
		expect(questionIn(release, 'knows-advocate')).toMatchObject({
			form: 'one of two',
			options: [{ key: 'yes', positive: true, value: { status: 'percentage', percent: 70, base: 45 } }]
		});
		const rows = await rowsOf(waveId);
		expect(rows.filter((row) => row.question === 'knows-advocate')).toHaveLength(1);
	});

	it('is made once', async () => {
		const waveId = await closedWave(db, { answers: drawnAnswers(60, 1) });
		expect(await releaseResults(db, officer, waveId, { today })).toMatchObject({ kind: 'released' });
		const frozen = await rowsOf(waveId);
		expect(await releaseResults(db, officer, waveId, { today })).toEqual({ kind: 'already released' });
		expect(await rowsOf(waveId)).toEqual(frozen);
	});

	it('is made once also when two ask at the same time', async () => {
		const waveId = await closedWave(db, { answers: drawnAnswers(60, 2) });
		const both = await Promise.all([1, 2].map(() => releaseResults(db, officer, waveId, { today })));
		expect(both.map((one) => one.kind).sort()).toEqual(['already released', 'released']);
		expect(await releasesOf(waveId)).toHaveLength(1);
	});

	it('waits for the wave to close, and says in which state it is', async () => {
		for (const status of ['drafted', 'open', 'closing', 'could not be counted']) {
			const id = await closedWave(db, { status, answers: drawnAnswers(30, 3) });
			expect(await releaseResults(db, officer, id, { today })).toEqual({ kind: 'not closed', status });
			expect(await releasesOf(id)).toEqual([]);
		}
		expect(await releaseResults(db, officer, 'unheard of', { today })).toEqual({ kind: 'no such wave' });
	});

	it('waits until both holders have destroyed their half, or states that they have not', async () => {
		const halves = [
			{ holder: 'Dee', destroyed: 1 as const },
			{ holder: 'Eve', destroyed: 0 as const }
		];
		const waveId = await closedWave(db, { answers: drawnAnswers(30, 4), halves });
		expect(await releaseResults(db, officer, waveId, { today })).toEqual({
			kind: 'halves not settled',
			holders: ['Eve']
		});
		const made = await releaseResults(db, officer, waveId, { today, statesHalvesKept: true });
		const release = made.kind === 'released' ? await readRelease(forCommittee(db), member, made.releaseId) : null;
		expect(release?.certificate.recoveryHalves).toBe('kept');
	});

	it('says that the halves are destroyed when they are, whatever was asked for', async () => {
		const halves = ['Dee', 'Eve'].map((holder) => ({ holder, destroyed: 1 as const }));
		const waveId = await closedWave(db, { answers: drawnAnswers(30, 5), halves });
		const made = await releaseResults(db, officer, waveId, { today, statesHalvesKept: true });
		const release = made.kind === 'released' ? await readRelease(forCommittee(db), member, made.releaseId) : null;
		expect(release?.certificate.recoveryHalves).toBe('destroyed');
	});

	it('is made by a participation officer or the command line, and nobody else', async () => {
		const waveId = await closedWave(db, { answers: drawnAnswers(30, 6) });
		for (const actor of [member, iro]) {
			expect(await releaseResults(db, actor, waveId, { today })).toEqual({ kind: 'not allowed' });
		}
		const commandLine = { commandLine: true, name: 'command line' } as const;
		expect(await releaseResults(db, commandLine, waveId, { today })).toMatchObject({ kind: 'released' });
	});

	it('is not made from nothing, nor from a questionnaire whose words are gone', async () => {
		const empty = await closedWave(db, { answers: [], eligible: 80 });
		expect(await releaseResults(db, officer, empty, { today })).toEqual({ kind: 'no answers' });
		const old = { edition: '11-17/0', answers: drawnAnswers(30, 7) };
		expect(await releaseResults(db, officer, await closedWave(db, old), { today })).toEqual({
			kind: 'questionnaire unknown',
			edition: '11-17/0'
		});
	});

	it('refuses to leave a response uncounted', async () => {
		const waveId = await closedWave(db, { answers: drawnAnswers(30, 8) });
		await db.insertInto('response').values({ id: 'x', wave_id: waveId, version: '8-10', answers: '{}' }).execute();
		await expect(releaseResults(db, officer, waveId, { today })).rejects.toThrow('does not ask');
		expect(await releasesOf(waveId)).toEqual([]);
	});

	it('counts over several pages, tells how far it is, and certifies every value', async () => {
		const waveId = await closedWave(db, { answers: drawnAnswers(4500, 9), eligible: 9000 });
		await closedWave(db, { answers: drawnAnswers(20, 10) });
		const told: number[][] = [];
		const made = await releaseResults(db, officer, waveId, { today, progress: (...done) => told.push(done) });
		// In hundredths: the exact number is nobody's to know.
		expect(told).toEqual([
			[44, 100],
			[88, 100],
			[100, 100]
		]);
		const release = made.kind === 'released' ? await readRelease(forCommittee(db), member, made.releaseId) : null;
		expect(release?.versions[0]?.answered).toBe(4500);
		const kept = await rowsOf(waveId);
		const { values, percentages, bands, withheld } = release?.certificate ?? {};
		expect(values).toBe(kept.length);
		expect((percentages ?? 0) + (bands ?? 0) + (withheld ?? 0)).toBe(values);
	});

	it('is read by members, officers and administrators, and is not found by anybody else', async () => {
		const committee = forCommittee(db);
		const waveId = await closedWave(db, { name: 'Spring 2026', answers: drawnAnswers(60, 11), eligible: 150 });
		const made = await releaseResults(db, officer, waveId, { today });
		if (made.kind !== 'released') throw new Error(made.kind);
		const listed = { id: made.releaseId, waveId, waveName: 'Spring 2026', madeOn: today, eligible: 150, answered: 60 };
		for (const actor of [member, officer, { ...iro, roles: ['administrator'] } as SignedIn]) {
			expect(await listReleases(committee, actor)).toContainEqual(listed);
			expect(await readRelease(committee, actor, made.releaseId)).not.toBeNull();
		}
		expect(await listReleases(committee, iro)).toBeNull();
		expect(await readRelease(committee, iro, made.releaseId)).toBeNull();
		expect(await readRelease(committee, member, 'unheard of')).toBeNull();
	});

	it('is shown by its keys where the words of its edition are gone', async () => {
		const waveId = await closedWave(db, { answers: drawnAnswers(60, 12) });
		const made = await releaseResults(db, officer, waveId, { today });
		await db
			.updateTable('release_version')
			.set({ edition: '11-17/0' })
			.where('release_id', 'in', await releasesOf(waveId))
			.execute();
		const release = made.kind === 'released' ? await readRelease(forCommittee(db), member, made.releaseId) : null;
		expect(release?.versions[0]?.domains).toHaveLength(1);
		expect(questionIn(release, 'fun-weekends')).toMatchObject({
			text: 'fun-weekends',
			options: [{ label: 'always' }, {}, {}, {}]
		});
	});
});

describe('the Committee’s handle', () => {
	it('reads nothing but releases, by type', () => {
		type Readable = ReturnType<typeof forCommittee>;
		const stray = (committee: Readable) =>
			// @ts-expect-error answers are out of its reach
			committee.selectFrom('response').selectAll();
		expect(stray).toBeTypeOf('function');
	});
});
