/*
 * Freezing a release: its protected figures, its certificate and what was asked, written in one transaction.
 * Whether a release may be made is decided in releases.server.ts.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { chunks } from '#lib/database/chunks.ts';
import type { Writing } from '#lib/database/schema.ts';
import { keep, roundAnswered } from '#lib/disclosure/protect.ts';
import type { Questionnaire } from '#lib/surveys/questionnaire.ts';
import { certify, type Certificate } from './certificate.ts';
import type { WaveFacts } from './closed-wave.server.ts';
import type { VersionCount } from './counting.server.ts';
import { protectTables } from './protected-table.ts';

/** A version that the wave asked, with how many were eligible when it opened. */
export interface Asked {
	eligible: number;
	questionnaire: Questionnaire;
}

function halvesStatement({ halves }: WaveFacts): Certificate['recoveryHalves'] {
	if (halves.length === 0) return 'none given out';
	return halves.every((half) => half.destroyed) ? 'destroyed' : 'kept';
}

export interface ToFreeze {
	releaseId: string;
	facts: WaveFacts;
	asked: readonly Asked[];
	counted: readonly VersionCount[];
	actor: Actor;
	today: string;
}

/** Writes the release; false, and nothing written, where another process was quicker. */
export async function freeze(writing: Writing, made: ToFreeze): Promise<boolean> {
	const { releaseId, facts, asked, counted, actor, today } = made;
	const tables = counted.map(({ questionnaire: { version, pages }, questions }, place) => ({
		version,
		figures: protectTables(questions, { pages, eligible: asked[place]?.eligible ?? 0 })
	}));
	const certificate = certify(
		tables.flatMap(({ figures }) => figures.map((figure) => figure.value)),
		{
			madeOn: today,
			duplicatesAtMost: facts.replacements,
			spareCards: facts.spares,
			leftOut: facts.leftOut,
			recoveryHalves: halvesStatement(facts)
		}
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
	for (const part of chunks(rows)) await writing.insertInto('release_value').values(part).execute();
	return true;
}
