import { dayOf, daysBetween } from '#lib/calendar/day.ts';
import { forCommittee } from '#lib/database/handle.server.ts';
import { database } from '#lib/database/running.server.ts';
import { forgetWork, workOn } from '#lib/jobs/progress.server.ts';
import { listReleases } from '#lib/releases/reading.server.ts';
import { issuedIn, replacementsIn } from '#lib/waves/codes.server.ts';
import { paceByVersion } from '#lib/waves/pace.server.ts';
import { stepsOf } from '#lib/waves/words.ts';
import { halvesOf } from '#lib/waves/recovery.server.ts';
import { versionsOf } from '#lib/waves/waves.server.ts';
import type { PageServerLoad } from './$types';
import { theirWave } from './theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { actor, wave } = await theirWave(locals, params.wave);
	const db = database();
	const work = workOn(wave.id);
	forgetWork(wave.id); // told once: only what is still running is told again
	const pace = await paceByVersion(db, actor, wave.id);
	const issued = await issuedIn(db, wave.id);
	const releases = (await listReleases(forCommittee(db), actor)) ?? [];
	const versions = await versionsOf(db, wave.id);
	return {
		wave: { id: wave.id, name: wave.name, status: wave.status, opens: wave.opens, closes: wave.closes },
		daysLeft: daysBetween(dayOf(new Date()), wave.closes),
		days: { gone: Math.max(0, daysBetween(wave.opens, dayOf(new Date()))), of: daysBetween(wave.opens, wave.closes) },
		versions: versions.map(({ version, eligible }) => ({
			version,
			eligible,
			issued: issued.get(version) ?? 0,
			pace: wave.status === 'open' ? (pace.get(version) ?? null) : null
		})),
		steps: stepsOf(wave.status, {
			cardsMissing: versions.some(({ version, eligible }) => (issued.get(version) ?? 0) < eligible),
			released: releases.some(({ waveId }) => waveId === wave.id)
		}),
		replacements: await replacementsIn(db, wave.id),
		halves: await halvesOf(db, wave.id),
		release: releases.find(({ waveId }) => waveId === wave.id) ?? null,
		work
	};
};
