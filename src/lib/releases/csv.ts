/*
 * A release as CSV, one line for each figure. It holds what release.json holds; a cell that has no number carries the
 * shorthand of official statistics, never 0 or blank.
 */
import { stringify } from 'csv-stringify/sync';
import { shorthand } from '#lib/disclosure/value.ts';
import type { Release } from './release.ts';

export const CSV_COLUMNS = [
	'wave',
	'version',
	'domain',
	'question',
	'question_text',
	'option',
	'option_text',
	'status',
	'shorthand',
	'percent',
	'band',
	'base'
] as const;

/** The release as CSV: one line for each figure, safe to open in a spreadsheet. */
export function releaseCsv(release: Release): string {
	const lines = release.versions.flatMap(({ version, domains }) =>
		domains.flatMap(({ domain, questions }) =>
			questions.flatMap((question) =>
				question.options.map(({ key, label, value }) => {
					const sign = shorthand(value);
					return {
						wave: release.waveName,
						version,
						domain: domain ?? '[z]',
						question: question.key,
						question_text: question.text,
						option: key,
						option_text: label,
						status: value.status,
						shorthand: sign ?? '',
						percent: value.status === 'percentage' ? value.percent : sign,
						band: value.status === 'band' ? value.band : (sign ?? ''),
						base: 'base' in value ? value.base : sign
					};
				})
			)
		)
	);
	return stringify(lines, { header: true, columns: [...CSV_COLUMNS], escape_formulas: true, bom: true });
}
