/*
 * What a screen reader is told on every page of every version: where one is, each question with its help, its answers in
 * order, then the ways on; and that what could not be taken is announced and tied to its field.
 */
import { isPicked, VERSIONS, type Question } from '#lib/surveys/question.ts';
import { questionnaireOf, type Page } from '#lib/surveys/questionnaire.ts';
import { pageAsking } from './looking.ts';
import { expect, test } from './served.ts';
import { going, startInOneGo } from './surveying.ts';

/** One line of the tree: a role and the name that is spoken, quoted for YAML. */
const line = (depth: number, role: string, name: string, more = ''): string =>
	`${'  '.repeat(depth)}- '${role} ${JSON.stringify(name).replaceAll("'", "''")}'${more}`;

/** What follows a question, in order. */
function answersOf(question: Question): string[] {
	if (question.type === 'comment' || question.type === 'number') return [line(1, 'textbox', question.text)];
	if (!isPicked(question))
		return [
			line(1, 'radio', `0 : ${question.least}`),
			line(1, 'radio', '5'),
			line(1, 'radio', `10 : ${question.most}`)
		];
	const role = question.type === 'choice' ? 'radio' : 'checkbox';
	return question.options.map(({ label }) => line(1, role, label));
}

/** The tree of a page as it must be; what else stands between is of no matter, the order is. */
function treeOf({ questions, title, for: helper }: Page): string {
	const asked = questions.flatMap((question) => [
		line(0, 'group', (helper ? 'For the grown-up who is helping ' : '') + question.text, ':'),
		...(question.help ? [`  - paragraph: ${JSON.stringify(question.help)}`] : []),
		...answersOf(question)
	]);
	const heading = title ? [line(0, 'heading', title)] : ['- heading /Page \\d+ of \\d+/ [level=1]'];
	return [...heading, ...asked, line(0, 'button', 'Next'), '- button /Stop/'].join('\n');
}

for (const version of VERSIONS) {
	test(`every page of ${version} is spoken in the order in which it is read`, async ({ page, served }) => {
		test.setTimeout(90_000);
		await startInOneGo(page, served.origin, served.takeCode(version));
		for (const asked of questionnaireOf(version).pages.filter(({ when }) => !when)) {
			await page.goto(`${served.origin}/survey/${asked.key}`);
			await expect(page.locator('main')).toMatchAriaSnapshot(treeOf(asked));
			await expect(page.getByText(/^Page \d+ of \d+$/).first()).toBeVisible();
		}
	});
}

test('what could not be taken is announced, and its field says what is wrong', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode('16-25'));
	const { key, questions } = pageAsking('16-25', 'number');
	await page.goto(`${served.origin}/survey/${key}`);
	const name = questions.find(({ type }) => type === 'number')?.text ?? '';
	const field = page.getByRole('textbox', { name });
	await field.fill('lots');
	await going(page, 'next').click();
	await expect(page.getByRole('alert')).toContainText('Everything else is kept');
	await expect(field).toHaveValue('lots');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await expect(field).toHaveAccessibleDescription(/from 1 to 30/);
});
