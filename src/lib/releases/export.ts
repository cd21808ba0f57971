/*
 * A release as release.json, and the name of its files. It holds what is published and nothing else; a value without
 * a number carries the shorthand of official statistics, never 0 or null. CSV is in csv.ts, writing in export.server.ts.
 */
import type { PublishedValue } from '#lib/disclosure/value.ts';
import type { Domain } from '#lib/surveys/question.ts';
import type { Certificate } from './certificate.ts';
import type { Form, Release, ReleasedQuestion } from './release.ts';

/** A value in release.json. A percentage has no shorthand; a band's base and a percentage's base are in fives. */
export type ExportedValue =
	| { status: 'percentage'; percent: number; base: number }
	| { status: 'band'; shorthand: '[low]'; band: 'at most 2' | 'all but at most 2'; base: number }
	| { status: 'withheld'; shorthand: '[c]' }
	| { status: 'not asked'; shorthand: '[z]' };

export interface ExportedQuestion {
	key: string;
	/** Left out where the wording of the edition is no longer known. */
	domain?: Domain;
	/** Left out where the question carries no indicator. */
	indicator?: string;
	text: string;
	/** 'one of two': only the first answer has a figure. 'any number': every option is a yes or no of its own. */
	form: Form;
	options: { key: string; text: string; positive: boolean; value: ExportedValue }[];
}

/** release.json, as the README documents it. */
export interface ExportedRelease {
	format: 'earshot-release';
	formatVersion: 1;
	id: string;
	kind: 'answers';
	wave: string;
	madeOn: string;
	versions: {
		version: string;
		edition: string;
		eligible: number;
		/** To the nearest 5. */
		answered: number;
		questions: ExportedQuestion[];
	}[];
	certificate: Certificate;
}

function exportValue(value: PublishedValue): ExportedValue {
	if (value.status === 'percentage') return { status: value.status, percent: value.percent, base: value.base };
	if (value.status === 'band') {
		return { status: value.status, shorthand: '[low]', band: value.band, base: value.base };
	}
	return value.status === 'withheld'
		? { status: value.status, shorthand: '[c]' }
		: { status: value.status, shorthand: '[z]' };
}

function exportQuestion(domain: Domain | null, question: ReleasedQuestion): ExportedQuestion {
	return {
		key: question.key,
		...(domain && { domain }),
		...(question.indicator && { indicator: question.indicator }),
		text: question.text,
		form: question.form,
		options: question.options.map(({ key, label, positive, value }) => ({
			key,
			text: label,
			positive,
			value: exportValue(value)
		}))
	};
}

/** The release as the object of release.json. */
export function releaseJson(release: Release): ExportedRelease {
	return {
		format: 'earshot-release',
		formatVersion: 1,
		id: release.id,
		kind: 'answers',
		wave: release.waveName,
		madeOn: release.madeOn,
		versions: release.versions.map(({ version, edition, eligible, answered, domains }) => ({
			version,
			edition,
			eligible,
			answered,
			questions: domains.flatMap(({ domain, questions }) => questions.map((one) => exportQuestion(domain, one)))
		})),
		certificate: release.certificate
	};
}

/** The name of a release's files without their ending: the wave's name in letters, digits and hyphens. */
export function fileNameOf(release: Release): string {
	const words = release.waveName
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g) ?? ['wave'];
	return `${words.join('-')}-release`;
}
