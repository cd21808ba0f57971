/*
 * From an empty server to figures before the Committee: staff draft and open, codes come from the command line, young
 * people answer, staff close and release, a member of the Committee reads.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { addressFor } from '../ballots/addresses.ts';
import { markFor } from '../ballots/mark.ts';
import { Visitor } from '../server/visitor.ts';
import { aceFindings, axeFindings } from './engines.ts';
import { endServing, expect, MEMBER, OFFICER, serve, signInAs, test, type Served } from './served.ts';
import { startInOneGo, typeCode } from './surveying.ts';

const PEOPLE = 40;

/** The command line on this server's database; its output as an object. */
function earshot({ settings, origin }: Served, ...args: string[]): Record<string, unknown> {
	const run = spawnSync(process.execPath, ['src/cli/earshot.ts', ...args, '--json'], {
		env: { ...process.env, ...settings, ORIGIN: origin },
		encoding: 'utf8'
	});
	if (run.status !== 0) throw new Error(`earshot ${args.join(' ')}: ${run.stderr}`);
	return JSON.parse(run.stdout) as Record<string, unknown>;
}

/** Three in four have a good friend; everybody else skips. */
async function answerAsMany(origin: string, codes: readonly string[]): Promise<void> {
	for (const [place, code] of codes.entries()) {
		const visitor = new Visitor(origin);
		await visitor.ask('/survey', [['code', code]]);
		const mark = await markFor(visitor);
		await visitor.ask('/survey/pictures?/once', [mark]);
		await visitor.ask(await addressFor(visitor, 'page-3'), [
			mark,
			['good-friend', place % 4 === 3 ? 'no' : 'yes'],
			['go', 'next']
		]);
		const sent = await visitor.ask('/survey/review', [mark]);
		expect(sent.location).toBe('/survey/thanks');
	}
}

async function expectAccessible(page: Page, name: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		// Without motion: else colours are measured while they still change from light to dark.
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.screenshot({ path: `tests/output/screens/${name}-${colorScheme}.png`, fullPage: true });
		expect([...(await axeFindings(page)), ...(await aceFindings(page))], `${name}, ${colorScheme}`).toEqual([]);
	}
}

test('staff run a wave from draft to release, and the Committee reads it', async ({ browser }) => {
	test.setTimeout(120_000);
	const served = await serve(PEOPLE, { open: false });
	const staff = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
	const child = await (await browser.newContext()).newPage();
	try {
		const { origin } = served;
		await staff.goto(`${origin}/staff/waves`);
		await expect(staff).toHaveURL(/\/sign-in\/staff\?to=/);
		await signInAs(staff, served, OFFICER);
		await staff.goto(`${origin}/staff/waves`);
		await staff.getByRole('link', { name: 'Draft a wave' }).click();
		await staff.getByLabel('Name').fill('Spring');
		await staff.getByLabel('Closes').fill(addDays(dayOf(new Date()), 42));
		await staff.getByRole('button', { name: 'Draft the wave' }).click();
		await staff.getByRole('link', { name: 'Open this wave' }).click();
		await staff.getByRole('button', { name: 'Open Spring' }).click();
		await expect(staff.getByText(String(PEOPLE)).first()).toBeVisible();

		const cards = join(served.folder, 'cards');
		expect(earshot(served, 'codes', 'issue', 'Spring', '--out', cards, '--spares', '2')).toMatchObject({
			cards: PEOPLE
		});
		const list = readdirSync(cards).find((name) => name.endsWith('.csv')) ?? '';
		const codes = readFileSync(join(cards, list), 'utf8').match(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/g) ?? [];
		expect(new Set(codes).size).toBeGreaterThanOrEqual(PEOPLE);
		await answerAsMany(origin, codes.slice(0, 32));
		await startInOneGo(child, origin, codes[33] ?? '');
		await staff.reload();
		await expect(staff.locator('main')).not.toContainText('32');

		await staff.getByRole('link', { name: 'Close this wave' }).click();
		await staff.getByRole('button', { name: 'Close Spring for good' }).click();
		await expect(staff.getByRole('link', { name: 'Make the release' })).toBeVisible({ timeout: 30_000 });
		await expectAccessible(staff, 'wave-closed');

		await child.goto(`${origin}/survey/review`);
		await expect(child.getByText('This survey has closed')).toBeVisible();
		await typeCode(child, origin, codes[34] ?? '');
		await expect(child.getByText('This survey has closed.')).toBeVisible();

		await staff.getByRole('link', { name: 'Make the release' }).click();
		await staff.getByRole('button', { name: 'Make the release' }).click();
		await expect(staff.getByRole('link', { name: 'Read the release' })).toBeVisible({ timeout: 30_000 });

		const member = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
		await signInAs(member, served, MEMBER);
		await member.goto(`${origin}/staff/waves`);
		await expect(member.locator('body')).toContainText('not open to you');
		await member.goto(`${origin}/committee`);
		await member.getByRole('link', { name: 'Spring' }).click();
		await expect(member.getByText('Do you have a really good friend?').first()).toBeVisible();
		await expect(member.locator('main')).toContainText('75%');
		await expectAccessible(member, 'release');
		await expect(member.getByText(/32|24/)).toHaveCount(0);
		const exported = await member.request.get(`${member.url()}/release.json`);
		expect(JSON.stringify(await exported.json())).toContain('good-friend');
	} finally {
		await staff.context().close();
		await child.context().close();
		await endServing(served);
	}
});
