/*
 * A closed wave with known answers, for tests and for looking at releases. Answers are given or drawn from a seed.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '#lib/database/schema.ts';
import { questionnaireOf, questionsOf } from '#lib/surveys/questionnaire.ts';
import type { Answer, Question, Version } from '#lib/surveys/question.ts';

export type Answers = Record<string, Answer>;

export interface ClosedWave {
	id?: string;
	name?: string;
	status?: string;
	version?: Version;
	edition?: string;
	eligible?: number;
	answers: readonly Answers[];
	halves?: readonly { holder: string; destroyed: 0 | 1 }[];
	/** Young people who were given a second code. */
	replacements?: number;
}

/** Writes the wave, its version, halves, invitations and responses; returns its id. */
export async function closedWave(db: Database, wave: ClosedWave): Promise<string> {
	const { id = randomUUID(), status = 'closed', version = '11-17', edition = '11-17/1' } = wave;
	const { name = `Wave ${id}` } = wave;
	const dates = { opens: '2026-02-02', closes: '2026-03-20', created_on: '2026-01-12' };
	await db
		.insertInto('wave')
		.values({ id, name, status, public_key: null, test_seal: null, ...dates })
		.execute();
	const eligible = wave.eligible ?? wave.answers.length * 2;
	await db.insertInto('wave_version').values({ wave_id: id, version, edition, eligible }).execute();
	for (const half of wave.halves ?? []) {
		await db
			.insertInto('recovery_half')
			.values({ wave_id: id, ...half })
			.execute();
	}
	for (let one = 0; one < (wave.replacements ?? 0); one++) await inviteTwice(db, id, version, `${id}-${one}`);
	const rows = wave.answers.map((answers, place) => ({
		id: `${id}-${place}`,
		wave_id: id,
		version,
		answers: JSON.stringify(answers)
	}));
	for (let from = 0; from < rows.length; from += 500) {
		await db
			.insertInto('response')
			.values(rows.slice(from, from + 500))
			.execute();
	}
	return id;
}

async function inviteTwice(db: Database, wave_id: string, version: string, id: string): Promise<void> {
	const blank = { sex: '1', ethnic_group: 'WBRI', standing: 'in care', language: null, iro: null, team: null };
	const person = { ...blank, social_worker: null, district: null, details_sealed: null };
	await db
		.insertInto('young_person')
		.values({ id, child: id, born: '2012-05-01', imported_as_of: '2026-01-01', ...person, ...NO_FLAGS })
		.execute();
	await db.insertInto('invitation').values({ wave_id, young_person_id: id, version, issued: 2 }).execute();
}

const NO_FLAGS = {
	short_breaks: 0,
	unaccompanied: 0,
	died: 0,
	with_adopters: 0,
	interpreter: 0,
	account_wanted: 0,
	opted_out: 0,
	address_unsafe: 0
} as const;

/** The same answers, that many times. */
export function times(count: number, answers: Answers): Answers[] {
	return Array.from({ length: count }, () => answers);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, a public-domain generator). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Plausible ballots of a whole questionnaire: mostly good, each question with a leaning of its own, some skips. */
export function drawnAnswers(count: number, seed: number, version: Version = '11-17'): Answers[] {
	const questionnaire = questionnaireOf(version);
	const questions = questionsOf(questionnaire);
	const draw = seeded(seed);
	const leanings = new Map(questions.map((question) => [question.key, 0.35 + draw() * 0.6]));
	return Array.from({ length: count }, () => {
		const answers: Answers = {};
		for (const question of questions) {
			const answer = drawnAnswer(question, leanings.get(question.key) ?? 0.5, draw);
			if (answer !== null) answers[question.key] = answer;
		}
		return answers;
	});
}

function drawnAnswer(question: Question, leaning: number, draw: () => number): Answer | null {
	if (question.type === 'comment' || draw() < 0.06) return null;
	const good = draw() < leaning;
	if (question.type === 'scale') return String(Math.floor(good ? 7 + draw() * 4 : draw() * 7));
	if (question.type === 'number') {
		return String(question.least + Math.floor(draw() ** 2 * (question.most - question.least + 1)));
	}
	const keys = question.options.map((option) => option.key);
	const one = (from: readonly string[]) => from[Math.floor(draw() ** 1.6 * from.length)] ?? null;
	if (question.type === 'choice') {
		const positive = keys.filter((key) => question.positive?.includes(key) === good);
		return one(positive.length > 0 ? positive : keys);
	}
	const chosen = question.options.filter((option) => !option.exclusive && draw() < leaning * 0.6);
	return chosen.length > 0 ? chosen.map((option) => option.key) : one(keys);
}
