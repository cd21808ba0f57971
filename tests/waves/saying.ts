/*
 * What an invented child says to a version: every page asked of them, in order, as form fields and as what is counted.
 * Follows the routing by the rules that the survey has, so whoever walks with it knows the way beforehand.
 */
import { isPicked, type Answer, type Question, type Version } from '#lib/surveys/question.ts';
import { questionnaireOf, questionsOf, type Page } from '#lib/surveys/questionnaire.ts';
import { isAsked } from '#lib/surveys/routing.ts';

export interface SaidPage {
	page: Page;
	/** Each question's answer; own words as they are typed. */
	answers: Readonly<Record<string, Answer>>;
}

/** Children with numbers below this differ in what they say, in every version. */
export const DIFFERENT = 81;
const SPREAD = 3;
const DIGITS = 4;

/** Says something to one question. The place in the questionnaire picks the digit of the child's number that decides. */
function say(question: Question, place: number, child: number): Answer {
	const digit = Math.floor(child / SPREAD ** (place % DIGITS)) + place;
	if (question.type === 'comment')
		return question.short ? `word ${child}` : `What child ${child} wrote at ${question.key}`;
	if (question.type === 'scale') return String(digit % 11);
	if (question.type === 'number') return String(question.least + (digit % (question.most - question.least + 1)));
	const options = question.options.filter(({ exclusive }) => !exclusive || question.type === 'choice');
	const one = options[digit % options.length]?.key ?? '';
	if (question.type === 'choice') return one;
	const other = options[(digit + 1) % options.length]?.key ?? '';
	return options.map(({ key }) => key).filter((key) => key === one || key === other);
}

/**
 * What a child with this number says. A question that decides which pages are asked leads on to them for children with an
 * even number and past them for the others.
 */
export function saidBy(version: Version, child: number): SaidPage[] {
	const questionnaire = questionnaireOf(version);
	const order = questionsOf(questionnaire).map(({ key }) => key);
	let answers: Record<string, Answer> = {};
	const said: SaidPage[] = [];
	for (const page of questionnaire.pages) {
		if (!isAsked(page, answers)) continue;
		const here = Object.fromEntries(
			page.questions.map((question) => {
				const leadingOn = questionnaire.pages.find(({ when }) => when?.question === question.key)?.when?.answers;
				if (!leadingOn || !isPicked(question)) return [question.key, say(question, order.indexOf(question.key), child)];
				const led = child % 2 === 0;
				const options = question.options.map(({ key }) => key).filter((key) => leadingOn.includes(key) === led);
				return [question.key, options[Math.floor(child / 2) % options.length] ?? ''];
			})
		);
		answers = { ...answers, ...here };
		said.push({ page, answers: here });
	}
	return said;
}

/** The fields of a page's form, as a browser sends them. */
export function fieldsOf({ page, answers }: SaidPage): [string, string][] {
	return page.questions.flatMap(({ key, type }) => {
		const answer = answers[key] ?? [];
		const fields = [answer].flat().map((one): [string, string] => [key, one]);
		return type === 'comment' ? [...fields, [`quote-${key}`, 'yes'] satisfies [string, string]] : fields;
	});
}

/** What of it a response holds: everything but own words, in an order that can be compared. */
export function countedOf(said: readonly SaidPage[]): string {
	const picked = said.flatMap(({ page, answers }) =>
		page.questions.filter(({ type }) => type !== 'comment').map(({ key }) => [key, answers[key] ?? ''] as const)
	);
	return inOrder(Object.fromEntries(picked));
}

/** Answers as text that is the same for the same answers. */
export function inOrder(answers: Readonly<Record<string, Answer>>): string {
	return JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));
}
