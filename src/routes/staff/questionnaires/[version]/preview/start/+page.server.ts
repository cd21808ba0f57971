import { database } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfOpening } from '#lib/recordings/texts.ts';
import { countForEverybody } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { previewOf } from '../../../addresses.ts';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const questionnaire = questionnaireViewed(locals, params.version);
	const { version, minutes, pages } = questionnaire;
	return {
		minutes,
		questions: countForEverybody(questionnaire),
		sounds: await recordedOf(database(), textsOfOpening(version, 'en'), 'en'),
		onward: previewOf(version, pages[0]?.key ?? 'review')
	};
};
