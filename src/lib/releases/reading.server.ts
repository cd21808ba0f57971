/*
 * Reading releases: the Committee's handle in, typed releases out. The handle's type lets nothing but the release's
 * own tables be read; wording comes from the questionnaire whose edition the release names.
 */
import type { Actor } from '#lib/auth/actor.ts';
import type { CommitteeHandle, ReleaseValueTable, ReleaseVersionTable } from '#lib/database/schema.ts';
import { restore } from '#lib/disclosure/protect.ts';
import { indicatorOf } from '#lib/surveys/indicators.ts';
import { DOMAINS, publishedOptions, VERSIONS, type Question } from '#lib/surveys/question.ts';
import { questionnaireOf, questionsOf } from '#lib/surveys/questionnaire.ts';
import { conditionInWords } from '#lib/surveys/routing.ts';
import { certificateSchema } from './certificate.ts';
import {
	mayReadReleases,
	type ListedRelease,
	type Release,
	type ReleasedDomain,
	type ReleasedOption,
	type ReleasedQuestion,
	type ReleasedVersion
} from './release.ts';

/** All releases, the newest first; null where the actor may not read releases. */
export async function listReleases(committee: CommitteeHandle, actor: Actor): Promise<ListedRelease[] | null> {
	if (!mayReadReleases(actor)) return null;
	const rows = await committee
		.selectFrom('release')
		.innerJoin('release_version', 'release_version.release_id', 'release.id')
		.select(({ fn }) => [
			'release.id',
			'release.wave_id',
			'release.wave_name',
			'release.made_on',
			fn.sum<number>('release_version.eligible').as('eligible'),
			fn.sum<number>('release_version.answered').as('answered')
		])
		.groupBy(['release.id', 'release.wave_id', 'release.wave_name', 'release.made_on'])
		.orderBy('release.made_on', 'desc')
		.orderBy('release.wave_name', 'desc')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		waveId: row.wave_id,
		waveName: row.wave_name,
		madeOn: row.made_on,
		eligible: Number(row.eligible),
		answered: Number(row.answered)
	}));
}

/** One release; null where there is none with this id or the actor may not read it: the two look the same. */
export async function readRelease(
	committee: CommitteeHandle,
	actor: Actor,
	releaseId: string
): Promise<Release | null> {
	if (!mayReadReleases(actor)) return null;
	const release = await committee
		.selectFrom('release')
		.select(['id', 'wave_name', 'made_on', 'certificate'])
		.where('id', '=', releaseId)
		.executeTakeFirst();
	if (!release) return null;
	const versions = await committee
		.selectFrom('release_version')
		.selectAll()
		.where('release_id', '=', releaseId)
		.execute();
	const values = await committee
		.selectFrom('release_value')
		.selectAll()
		.where('release_id', '=', releaseId)
		.orderBy('place')
		.execute();
	const place = (version: string) => VERSIONS.findIndex((one) => one === version);
	return {
		id: release.id,
		waveName: release.wave_name,
		madeOn: release.made_on,
		versions: versions.sort((a, b) => place(a.version) - place(b.version)).map((one) => readVersion(one, values)),
		certificate: certificateSchema.parse(JSON.parse(release.certificate))
	};
}

function readVersion(row: ReleaseVersionTable, values: readonly ReleaseValueTable[]): ReleasedVersion {
	const { version, edition, eligible, answered } = row;
	const byQuestion = Map.groupBy(
		values.filter((value) => value.version === version),
		(value) => value.question
	);
	const questionnaire = VERSIONS.map(questionnaireOf).find((one) => one?.edition === edition);
	// An edition whose words are gone is shown by its keys: frozen figures do not depend on today's content.
	const asked = new Map(questionnaire ? questionsOf(questionnaire).map((one) => [one.key, one]) : []);
	const askedOf = (key: string): ReleasedQuestion['askedOf'] => {
		const page = questionnaire?.pages.find(({ questions }) => questions.some((one) => one.key === key));
		return questionnaire && page?.when ? conditionInWords(questionnaire, page.when) : null;
	};
	const domains: ReleasedDomain[] = [...DOMAINS, null].map((domain) => ({
		domain,
		questions: [...byQuestion]
			.filter(([key]) => (asked.get(key)?.domain ?? null) === domain)
			.map(([key, rows]) => ({ ...readQuestion(key, asked.get(key), rows), askedOf: askedOf(key) }))
	}));
	return { version, edition, eligible, answered, domains: domains.filter(({ questions }) => questions.length > 0) };
}

function readQuestion(
	key: string,
	asked: Question | undefined,
	rows: readonly ReleaseValueTable[]
): Omit<ReleasedQuestion, 'askedOf'> {
	const labels = new Map(asked ? publishedOptions(asked).map((option) => [option.key, option.label]) : []);
	const indicator = rows[0]?.indicator ?? null;
	const options: ReleasedOption[] = rows.map((row) => ({
		key: row.option,
		label: labels.get(row.option) ?? row.option,
		value: restore(row),
		positive: asked?.positive?.includes(row.option) ?? false
	}));
	return {
		key,
		text: asked?.text ?? key,
		indicator,
		indicatorName: (indicator && indicatorOf(indicator)?.name) || null,
		form: asked?.type === 'choose-all' ? 'any number' : options.length === 1 ? 'one of two' : 'one answer',
		judged: asked?.positive !== undefined,
		options
	};
}
