/*
 * Where the questionnaires stand for staff: the map of a version, and the pages of its preview. Addresses only.
 */
import type { Version } from '#lib/surveys/question.ts';

export const QUESTIONNAIRES = '/staff/questionnaires';

/** The map of a version, at one of its pages if it is named. */
export const mapOf = (version: Version, page?: string): string =>
	`${QUESTIONNAIRES}/${version}${page === undefined ? '' : `#${page}`}`;

/** A page of the preview: start, review, thanks, pause, or the key of a page of questions. */
export const previewOf = (version: Version, page: string): string => `${QUESTIONNAIRES}/${version}/preview/${page}`;
