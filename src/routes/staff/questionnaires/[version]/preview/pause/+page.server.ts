import { pageOf } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { previewOf } from '../../../addresses.ts';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const questionnaire = questionnaireViewed(locals, params.version);
	const from = pageOf(questionnaire, url.searchParams.get('via') ?? '');
	return { goOn: previewOf(questionnaire.version, from?.key ?? 'start') };
};
