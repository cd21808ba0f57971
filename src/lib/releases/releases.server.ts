/*
 * Making a release: a closed wave is counted, protected and frozen, once. The steps are in
 * counting.server.ts, protected-table.ts and freezing.server.ts; the rules are in disclosure/.
 */
import { randomUUID } from 'node:crypto';
import { record } from '#lib/audit/record.server.ts';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { VERSIONS } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { waveFacts, type WaveFacts } from './closed-wave.server.ts';
import { countAnswers } from './counting.server.ts';
import { freeze, type Asked } from './freezing.server.ts';
import type { ReleaseOutcome } from './words/refusal.ts';

export interface ReleaseOptions {
	/** ISO date. */
	today: string;
	/** The moment for the record; noon of the day where it is not given. */
	now?: Date;
	/** Release although recovery halves are still held, and say so in the certificate. */
	statesHalvesKept?: boolean;
	/** Told how far it is, in hundredths: how many answered exactly is nobody’s to know. */
	progress?: (hundredths: number, of: 100) => void;
}

/** The questionnaires that the wave asked, or the first edition that is not known. */
function questionnairesOf(facts: WaveFacts): Asked[] | { unknown: string } {
	const asked: Asked[] = [];
	for (const version of VERSIONS) {
		const row = facts.versions.find((one) => one.version === version);
		if (!row) continue;
		const questionnaire = questionnaireOf(version);
		if (questionnaire?.edition !== row.edition) return { unknown: row.edition };
		asked.push({ eligible: row.eligible, questionnaire });
	}
	return asked;
}

/**
 * Makes the one release of a closed wave's answers: all versions counted, protected and frozen together.
 * Only a participation officer or the command line may. Nothing is written unless all of it is.
 */
export async function releaseResults(
	db: Database,
	actor: Actor,
	waveId: string,
	options: ReleaseOptions
): Promise<ReleaseOutcome> {
	if (!actsAs(actor, 'participation officer')) return { kind: 'not allowed' };
	const facts = await waveFacts(db, waveId);
	if (!facts) return { kind: 'no such wave' };
	if (await isReleased(db, facts.id)) return { kind: 'already released' };
	if (facts.status !== 'closed') return { kind: 'not closed', status: facts.status };
	const holders = facts.halves.filter((half) => !half.destroyed).map((half) => half.holder);
	if (holders.length > 0 && !options.statesHalvesKept) return { kind: 'halves not settled', holders };
	const asked = questionnairesOf(facts);
	if ('unknown' in asked) return { kind: 'questionnaire unknown', edition: asked.unknown };

	const questionnaires = asked.map((one) => one.questionnaire);
	const counted = await countAnswers(db, facts.id, questionnaires, (done, of) =>
		options.progress?.(Math.floor((100 * done) / Math.max(1, of)), 100)
	);
	if (counted.every((version) => version.responses === 0)) return { kind: 'no answers' };
	const releaseId = randomUUID();
	const { today, now = new Date(`${today}T12:00:00Z`) } = options;
	const frozen = await inTransaction(db, async (writing) => {
		const made = await freeze(writing, { releaseId, facts, asked, counted, actor, today });
		const subject = { kind: 'release', id: releaseId } as const;
		if (made) await record(writing, actor, { what: 'release made', subject, detail: { wave: facts.name } }, now);
		return made;
	});
	return frozen ? { kind: 'released', releaseId } : { kind: 'already released' };
}

async function isReleased(db: Database, waveId: string): Promise<boolean> {
	const found = await db
		.selectFrom('release')
		.select('id')
		.where('wave_id', '=', waveId)
		.where('kind', '=', 'answers')
		.executeTakeFirst();
	return found !== undefined;
}
