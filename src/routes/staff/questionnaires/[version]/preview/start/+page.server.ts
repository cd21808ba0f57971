import { factsOf } from '#lib/surveys/overview/facts.ts';
import type { PageServerLoad } from './$types';
import { previewOf } from '../../../addresses.ts';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = ({ locals, params }) => {
	const questionnaire = questionnaireViewed(locals, params.version);
	const { version, minutes, pages } = questionnaire;
	return {
		minutes,
		questions: factsOf(questionnaire).questions,
		onward: previewOf(version, pages[0]?.key ?? 'review')
	};
};
