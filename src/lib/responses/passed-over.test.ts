import { beforeAll, expect, it } from 'vitest';
import type { Code } from '#lib/secrets/code.ts';
import type { Database } from '#lib/database/schema.ts';
import { unpad } from '#lib/secrets/envelope.ts';
import { openSealed } from '#lib/secrets/sealing.server.ts';
import { standingOf } from '#lib/surveys/journey.ts';
import { pageToAsk, questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { waveKeys } from '#lib/waves/wave-keys.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { openWaveOf, passingKeyring, TODAY, visitOf } from '../../../tests/open-wave.ts';
import { ballotContext, submitBallot } from './ballots.server.ts';
import { saidIn } from './draft.ts';
import { keepPage, readDraft } from './drafts.server.ts';
import { pickedPictures } from './picture.ts';
import { comeBack, keepWithPictures } from './returning.server.ts';
import type { BegunVisit } from './visit.server.ts';

const SUN_CAT_KEY = pickedPictures(['sun', 'cat', 'key']) ?? [];
const questionnaire = questionnaireOf('8-10');

function asking(question: string): string {
	const page = questionnaire.pages.find(({ questions }) => questions.some(({ key }) => key === question));
	if (!page) throw new Error(`${question} is asked`);
	return page.key;
}
const SIBLINGS = asking('has-siblings');
const SEEING_THEM = asking('sees-siblings');

onEveryEngine('a page that is not asked any more', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	async function aVisit() {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 1);
		const again = () => visitOf(wave, codes[0] as Code, { version: '8-10' });
		const kept = await keepWithPictures(db, keyring, again(), SUN_CAT_KEY);
		if (kept.kind !== 'begun') throw new Error(kept.kind);
		const back = async () => {
			const came = await comeBack(db, keyring, again(), SUN_CAT_KEY);
			if (came.kind !== 'begun') throw new Error(came.kind);
			return came.visit;
		};
		const inTheBox = async (visit: BegunVisit): Promise<unknown> => {
			expect(await submitBallot(db, keyring, visit, () => TODAY)).toMatchObject({ kind: 'in' });
			const ballot = await db
				.selectFrom('ballot')
				.select('sealed')
				.where('wave_id', '=', wave.id)
				.executeTakeFirstOrThrow();
			const key = waveKeys(keyring, wave.id)?.privateKey ?? Buffer.alloc(32);
			const plain = await openSealed(key, ballot.sealed, ballotContext(wave.id));
			const content = JSON.parse(unpad(plain ?? Buffer.alloc(4)).toString()) as { answers: unknown };
			return content.answers;
		};
		return { visit: kept.visit, back, inTheBox };
	}
	const hasSome = (visit: BegunVisit, said: string | null) =>
		keepPage(db, visit, { page: SIBLINGS, answers: { 'has-siblings': said }, words: {} });
	const seesThem = (visit: BegunVisit, said: string | null) =>
		keepPage(db, visit, { page: SEEING_THEM, answers: { 'sees-siblings': said }, words: {} });

	it('is let go with what was said there, and asked afresh when the answer changes back', async () => {
		const { visit } = await aVisit();
		await hasSome(visit, 'yes');
		await seesThem(visit, 'right');
		for (const said of ['no', null]) {
			const now = await hasSome(visit, said);
			expect(now?.answers).toEqual(said === null ? {} : { 'has-siblings': said });
			expect(Object.keys(now?.done ?? {})).toEqual([SIBLINGS]);
		}
		const now = await hasSome(visit, 'yes');
		expect(now?.answers).toEqual({ 'has-siblings': 'yes' });
		if (!now) throw new Error('the draft is there');
		expect(standingOf(questionnaire, pageToAsk('8-10', SEEING_THEM), saidIn(now, visit.tag))).toBe('asked');
	});

	it('counts nowhere when another tab still answers it', async () => {
		const { visit, inTheBox } = await aVisit();
		await hasSome(visit, 'no');
		await seesThem(visit, 'right');
		expect(await inTheBox(visit)).toEqual({ 'has-siblings': 'no' });
	});

	it('stays in place for whoever comes back in between, but counts only when it was to be asked', async () => {
		for (const [before, counted] of [
			['no', { 'has-siblings': 'no' }],
			['yes', { 'has-siblings': 'yes', 'sees-siblings': 'right' }]
		] as const) {
			const { visit, back, inTheBox } = await aVisit();
			await hasSome(visit, before);
			const second = await back();
			const met = async () => {
				const draft = await readDraft(db, second.draft, 'answers');
				if (!draft) throw new Error('the draft is there');
				const said = saidIn(draft, second.tag);
				return {
					page: standingOf(questionnaire, pageToAsk('8-10', SEEING_THEM), said),
					kept: draft.answers['sees-siblings']
				};
			};
			await seesThem(second, 'right');
			const seen = await met();
			expect(seen).toMatchObject({ page: 'asked', kept: 'right' });
			// Looking at the hidden page again and leaving it empty must tell nothing either.
			await hasSome(second, null);
			expect(await met()).toEqual(seen);
			expect(await inTheBox(second)).toEqual(counted);
		}
	});

	it('is let go when an earlier visit’s answer is given anew', async () => {
		const { visit, back, inTheBox } = await aVisit();
		await hasSome(visit, 'yes');
		await seesThem(visit, 'right');
		const second = await back();
		const now = await hasSome(second, 'no');
		expect(now?.answers).toEqual({ 'has-siblings': 'no' });
		expect(await inTheBox(second)).toEqual({ 'has-siblings': 'no' });
	});
});
