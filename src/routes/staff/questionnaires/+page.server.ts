import { mayRecord } from '#lib/recordings/recording.ts';
import { SEARCH_LENGTH } from '#lib/surveys/overview/finding.ts';
import type { PageServerLoad } from './$types';
import { mustBeViewer } from './viewed.server.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	mustBeViewer(locals);
	const mayRecordHere = locals.actor !== null && mayRecord(locals.actor);
	return { mayRecord: mayRecordHere, search: (url.searchParams.get('q') ?? '').trim().slice(0, SEARCH_LENGTH) };
};
