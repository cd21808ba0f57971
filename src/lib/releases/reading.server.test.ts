import { beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import { forCommittee } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { closedWave, times } from '../../../tests/releases/closed-wave.ts';
import { readRelease } from './reading.server.ts';
import { releaseResults } from './releases.server.ts';

const today = '2026-04-01';
const officer: SignedIn = { staffId: 'officer', name: 'Ada', tenant: 'council', roles: ['participation officer'] };
const member: SignedIn = { staffId: 'member', name: 'Bo', tenant: 'council', roles: ['committee member'] };

onEveryEngine('a release as it is read', (open) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await open());
	});

	it('publishes numbers in their bands, and says of whom a page was asked', async () => {
		const waveId = await closedWave(db, {
			version: '16-25',
			edition: '16-25/1',
			answers: [
				...times(20, { 'homes-year': '1', 'has-adviser': 'yes', 'trusts-adviser': 'very' }),
				...times(12, { 'homes-year': '2', 'has-adviser': 'yes', 'trusts-adviser': 'not' }),
				...times(8, { 'homes-year': '17', 'has-adviser': 'not-sure' })
			]
		});
		const made = await releaseResults(db, officer, waveId, { today });
		const release = made.kind === 'released' ? await readRelease(forCommittee(db), member, made.releaseId) : null;
		const questions = release?.versions.flatMap(({ domains }) => domains.flatMap((domain) => domain.questions));
		const question = (key: string) => questions?.find((one) => one.key === key);
		expect(question('homes-year')?.options.map(({ key, value }) => [key, value])).toEqual([
			['one', { status: 'percentage', percent: 50, base: 40 }],
			['two', { status: 'percentage', percent: 30, base: 40 }],
			['more', { status: 'percentage', percent: 20, base: 40 }]
		]);
		expect(question('homes-year')?.askedOf).toBeNull();
		expect(question('trusts-adviser')?.askedOf).toEqual({
			question: 'Do you have a personal adviser?',
			answers: ['Yes']
		});
	});
});
