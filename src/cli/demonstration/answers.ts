/*
 * Invented answers: somebody with a mood goes through the pages, mostly content, sometimes not, and skips a little.
 */
import type { Database } from '#lib/database/schema.ts';
import { submitBallot } from '#lib/responses/ballots.server.ts';
import { keepPage } from '#lib/responses/drafts.server.ts';
import { startInOneGo } from '#lib/responses/returning.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Answer, Question, Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { isAsked, type Answers } from '#lib/surveys/routing.ts';
import type { IssuedCode } from '#lib/waves/codes.server.ts';
import type { Wave } from '#lib/waves/waves.server.ts';
import type { Chance } from './chance.ts';
import { sayingOf } from './said.ts';

const SKIPS = 0.06;
const WRITES = 0.12;
/** How easily this question is answered well, from 0.45 to 1, the same each time: no two indicators look alike. */
function ease(question: Question): number {
	let mixed = 7;
	for (const letter of question.key) mixed = (mixed * 31 + letter.charCodeAt(0)) % 997;
	return 0.45 + (0.55 * mixed) / 997;
}

function answerTo(chance: Chance, version: Version, question: Question, mood: number): Answer | null {
	if (chance.next() < SKIPS) return null;
	if (question.type === 'comment') return chance.next() < WRITES ? sayingOf(chance, version, question) : null;
	if (question.type === 'scale')
		return String(
			Math.max(0, Math.min(10, Math.round(10 * mood * (0.4 + 0.6 * ease(question)) + 5 * (chance.next() - 0.4))))
		);
	if (question.type === 'number') {
		const band = chance.pick(question.bands);
		return String(chance.between(band.from, Math.min(band.to, band.from + 9)));
	}
	const keys = question.options.map(({ key }) => key);
	if (question.type === 'choose-all') {
		const together = question.options.filter(({ exclusive }) => !exclusive).map(({ key }) => key);
		const picked = together.filter(() => chance.next() < 0.3);
		return picked.length > 0 ? picked : null;
	}
	const positive = keys.filter((key) => question.positive?.includes(key));
	return positive.length > 0 && chance.next() < mood * ease(question) ? chance.pick(positive) : chance.pick(keys);
}

/** Answers the whole survey with a code, as the pages would, on a day. */
export async function answerAsSomebody(
	db: Database,
	keyring: Keyring,
	chance: Chance,
	wave: Wave,
	code: IssuedCode,
	day: string
): Promise<void> {
	const version: Version = code.version;
	const pages = questionnaireOf(version).pages;
	const mood = 0.5 + 0.45 * chance.next();
	const visit = await startInOneGo(db, {
		id: randomId(),
		tag: 'once',
		seed: randomId(),
		wave: wave.id,
		version,
		code: code.code.replaceAll('-', ''),
		draft: null,
		kept: false,
		began: 0,
		seen: 0,
		language: 'en',
		comments: [],
		sent: false
	});
	let said: Answers = {};
	for (const page of pages) {
		if (!isAsked(page, said)) continue;
		const given = page.questions.map((question) => [question, answerTo(chance, version, question, mood)] as const);
		const answers = given.filter(([question]) => question.type !== 'comment').map(([{ key }, answer]) => [key, answer]);
		const words = given
			.filter(([question]) => question.type === 'comment')
			.map(([{ key }, answer]) => [
				key,
				typeof answer === 'string' ? { text: answer, mayQuote: chance.next() < 0.7 } : null
			]);
		const kept = await keepPage(db, visit, {
			page: page.key,
			answers: Object.fromEntries(answers),
			words: Object.fromEntries(words)
		});
		if (!kept) throw new Error('a demonstration draft was gone');
		said = kept.answers;
	}
	const sent = await submitBallot(db, keyring, visit, () => day);
	if (sent.kind !== 'in') throw new Error(`a demonstration ballot was not taken: ${sent.kind}`);
}
