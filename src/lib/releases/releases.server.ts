/*
 * Making a release: a closed wave is counted, protected and frozen, once. Counting is in counting.server.ts, the rules
 * are in disclosure/, reading is in reading.server.ts.
 */
import { randomUUID } from 'node:crypto';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { keep, roundAnswered } from '#lib/disclosure/protect.ts';
import { VERSIONS } from '#lib/surveys/question.ts';
import { questionnaireOf, type Questionnaire } from '#lib/surveys/questionnaire.ts';
import { certify, type Certificate } from './certificate.ts';
import { waveFacts, type WaveFacts } from './closed-wave.server.ts';
import { countAnswers, type VersionCount } from './counting.server.ts';
import { protectTables } from './protected-table.ts';
import type { ReleaseOutcome } from './refusal.ts';

/** How many figures go into one insert: PostgreSQL and SQLite both limit the parameters of a statement. */
const ROWS_AT_ONCE = 200;

export interface ReleaseOptions {
	/** ISO date. */
	today: string;
	/** Release although recovery halves are still held, and say so in the certificate. */
	statesHalvesKept?: boolean;
	/** Told how many responses are counted, and of how many. */
	progress?: (done: number, total: number) => void;
}

type Asked = { eligible: number; questionnaire: Questionnaire };

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

function halvesStatement({ halves }: WaveFacts): Certificate['recoveryHalves'] {
	if (halves.length === 0) return 'none given out';
	return halves.every((half) => half.destroyed) ? 'destroyed' : 'kept';
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
	const counted = await countAnswers(db, facts.id, questionnaires, options.progress);
	if (counted.every((version) => version.responses === 0)) return { kind: 'no answers' };
	const releaseId = randomUUID();
	const frozen = await inTransaction(db, (writing) =>
		freeze(writing, { releaseId, facts, asked, counted, actor, today: options.today })
	);
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

interface ToFreeze {
	releaseId: string;
	facts: WaveFacts;
	asked: readonly Asked[];
	counted: readonly VersionCount[];
	actor: Actor;
	today: string;
}

/** Writes the release; false, and nothing written, where another process was quicker. */
async function freeze(writing: Writing, made: ToFreeze): Promise<boolean> {
	const { releaseId, facts, asked, counted, actor, today } = made;
	const tables = counted.map((count) => ({
		version: count.questionnaire.version,
		figures: protectTables(count.questions)
	}));
	const certificate = certify(
		tables.flatMap(({ figures }) => figures.map((figure) => figure.value)),
		{ madeOn: today, duplicatesAtMost: facts.replacements, recoveryHalves: halvesStatement(facts) }
	);
	const first = await writing
		.insertInto('release')
		.values({
			id: releaseId,
			wave_id: facts.id,
			wave_name: facts.name,
			kind: 'answers',
			made_on: today,
			made_by: 'staffId' in actor ? actor.staffId : actor.name,
			certificate: JSON.stringify(certificate)
		})
		.onConflict((conflict) => conflict.columns(['wave_id', 'kind']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!first) return false;
	const versions = asked.map(({ eligible, questionnaire: { version, edition } }, place) => ({
		release_id: releaseId,
		version,
		edition,
		eligible,
		answered: roundAnswered(counted[place]?.responses ?? 0)
	}));
	await writing.insertInto('release_version').values(versions).execute();
	const rows = tables.flatMap(({ version, figures }) =>
		figures.map(({ value, ...figure }) => ({ release_id: releaseId, version, ...figure, ...keep(value) }))
	);
	for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
		await writing
			.insertInto('release_value')
			.values(rows.slice(from, from + ROWS_AT_ONCE))
			.execute();
	}
	return true;
}
