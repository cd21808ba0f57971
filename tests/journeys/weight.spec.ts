/*
 * What a page of the survey weighs on a phone: every page of every version is held to its goal, the heaviest printed.
 */
import { VERSIONS } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { visitsOf } from '../bench/visits.ts';
import { fetchingAs, heaviest, MOST_LIGHT, MOST_WITH_FONT, ownAddress, weightInWords } from '../bench/weight.ts';
import { expect, test } from './served.ts';

for (const version of VERSIONS) {
	test(`no page of ${version} is heavier than a phone should carry`, async ({ served }) => {
		const [visit] = await visitsOf(served, served.wave.id, version, [served.takeCode(version)]);
		const own = questionnaireOf(version).pages.filter(({ when }) => !when);
		const cookie = visit?.cookie ?? '';
		const pages = await Promise.all(own.map(({ key }) => ownAddress(served.origin, key, cookie)));
		const most = await heaviest([...pages, `${served.origin}/survey/review`], fetchingAs(cookie));
		console.log(`${version}, heaviest page (${new URL(most.address).pathname}): ${weightInWords(most)}`);
		expect(most.light).toBeLessThanOrEqual(MOST_LIGHT);
		expect(most.light + most.font).toBeLessThanOrEqual(MOST_WITH_FONT);
		expect(most.parts.length).toBeGreaterThan(2);
	});
}
