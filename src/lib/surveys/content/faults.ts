/*
 * The faults of a questionnaire's content that types cannot see: what the build refuses.
 * Pure checks with messages for the person who writes the content; the shape itself is checked in schema.ts.
 */
import type { Questionnaire } from '../content.ts';
import { GROUPING_WORDS } from '../grouping.ts';
import { indicatorOf } from '../indicators.ts';
import {
	DOMAINS,
	isAboutYou,
	isPicked,
	MOST_COMMENTS,
	PREFER_NOT,
	publishedOptions,
	type Choice,
	type HowMany,
	type Question
} from '../question.ts';

const FACES = 'yes,partly,no';
const FACES_OR_NOT = `${FACES},${PREFER_NOT}`;

/** Every fault of the content, each as one sentence with the key it is about; an empty list means fit to ask. */
export function contentFaults(questionnaire: Questionnaire): string[] {
	const questions = questionnaire.pages.flatMap((page) => page.questions);
	const comments = questions.filter((question) => question.type === 'comment').length;
	return [
		...(new RegExp(`^${questionnaire.version}/[1-9]\\d*$`).test(questionnaire.edition)
			? []
			: [`edition "${questionnaire.edition}" is not "${questionnaire.version}/" and a number`]),
		...repeated(questionnaire.pages.map((page) => page.key)).map((key) => `page key "${key}" is used twice`),
		...repeated(questions.map((question) => question.key)).map((key) => `question key "${key}" is used twice`),
		...repeated(questions.flatMap((question) => question.indicator ?? [])).map(
			(key) => `indicator "${key}" is asked twice`
		),
		...repeated(questions.flatMap((question) => (isAboutYou(question) ? question.grouping : []))).map(
			(key) => `grouping "${key}" is defined twice`
		),
		...(comments > MOST_COMMENTS ? [`${comments} comments, more than ${MOST_COMMENTS}`] : []),
		...pageFaults(questionnaire),
		...scaleFaults(questions),
		...questions.flatMap((question) => [
			...indicatorFaults(questionnaire, question),
			...optionFaults(question),
			...positiveFaults(question),
			...groupFaults(question)
		])
	];
}

function repeated(keys: readonly string[]): string[] {
	return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

function pageFaults({ pages }: Questionnaire): string[] {
	return pages.flatMap((page) => [
		...(DOMAINS.includes(page.domain) ? [] : [`page "${page.key}" has no known domain`]),
		...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(page.key) ? [] : [`page key "${page.key}" does not fit in an address`]),
		...(page.questions.length >= 1 && page.questions.length <= 3
			? []
			: [`page "${page.key}" asks too much or nothing`]),
		...page.questions
			.filter((question) => question.domain !== page.domain)
			.map((question) => `question "${question.key}" is of another domain than its page "${page.key}"`)
	]);
}

// Answers are pooled and drawn within one scale family, so a family has one list of options.
function scaleFaults(questions: readonly Question[]): string[] {
	const families = Map.groupBy(
		questions.filter((question) => question.scale !== undefined),
		(question) => question.scale
	);
	return [...families].flatMap(([family, members]) => {
		const shapes = new Set(
			members.map((question) =>
				publishedOptions(question)
					.map(({ key }) => key)
					.join(' ')
			)
		);
		return shapes.size > 1 ? [`scale "${family}" has different options in different questions`] : [];
	});
}

function indicatorFaults({ version }: Questionnaire, question: Question): string[] {
	if (question.indicator === undefined) return [];
	const indicator = indicatorOf(question.indicator);
	if (indicator === null) return [`question "${question.key}" names an unknown indicator "${question.indicator}"`];
	return [
		...(indicator.domain === question.domain ? [] : [`indicator "${indicator.key}" belongs to ${indicator.domain}`]),
		...(indicator.versions.includes(version) ? [] : [`indicator "${indicator.key}" is not for ${version}`])
	];
}

function optionFaults(question: Question): string[] {
	if (!isPicked(question)) {
		return [
			...(question.sensitive ? [`question "${question.key}" is sensitive but has no options`] : []),
			...(question.type === 'number' ? bandFaults(question) : [])
		];
	}
	const { key, options } = question;
	const last = options.at(-1);
	const prefers = options.some((option) => option.key === PREFER_NOT);
	return [
		...(question.type === 'choice' && question.faces && !isAnsweredWithFaces(question)
			? [`question "${key}" has faces but is not answered with ${FACES}`]
			: []),
		...repeated(options.map((option) => option.key)).map((twice) => `question "${key}" has option "${twice}" twice`),
		...(publishedOptions(question).length < 2 ? [`question "${key}" has fewer than two options to publish`] : []),
		...(question.sensitive && last?.key !== PREFER_NOT
			? [`question "${key}" is sensitive without a last way out`]
			: []),
		...(prefers && !question.sensitive ? [`question "${key}" offers "${PREFER_NOT}" but is not sensitive`] : []),
		...options
			.filter((option) => question.type === 'choose-all' && option.unpublished && !option.exclusive)
			.map((option) => `option "${option.key}" of "${key}" is not published and must be exclusive`)
	];
}

// A personal question has no fourth face: what stands last is the way out.
function isAnsweredWithFaces({ options, sensitive }: Choice): boolean {
	return options.map((option) => option.key).join() === (sensitive ? FACES_OR_NOT : FACES);
}

// Every number that can be typed must be published in exactly one band.
function bandFaults({ key, least, most, bands }: HowMany): string[] {
	let next = least;
	for (const band of bands) {
		if (band.from !== next || band.to < band.from) return [`bands of "${key}" do not go on at ${next}`];
		next = band.to + 1;
	}
	return next === most + 1 ? [] : [`bands of "${key}" do not end at ${most}`];
}

// A choose-all with good answers would publish "nobody" and its mirror as two figures of one pair.
function positiveFaults(question: Question): string[] {
	const { key, positive } = question;
	if (positive === undefined) return [];
	const published = publishedOptions(question).map((option) => option.key);
	return [
		...(question.scale === undefined ? [`question "${key}" has positive answers but no scale`] : []),
		...(question.type === 'choose-all' ? [`question "${key}" is choose-all and cannot have positive answers`] : []),
		...positive
			.filter((answer) => !published.includes(answer))
			.map((answer) => `question "${key}" has no published option "${answer}" to be positive`),
		...(published.every((option) => positive.includes(option)) ? [`question "${key}" has only positive answers`] : [])
	];
}

function groupFaults(question: Question): string[] {
	if (question.type !== 'choice' || (question.grouping === undefined && question.groups === undefined)) return [];
	const { key, grouping, groups } = question;
	if (grouping === undefined || groups === undefined) return [`question "${key}" needs both a grouping and its groups`];
	const published = publishedOptions(question).map((option) => option.key);
	const known = GROUPING_WORDS[grouping].groups.map((group) => group.key);
	const used = new Set(Object.values(groups));
	return [
		...(used.size >= 2 && used.size <= 4 ? [] : [`question "${key}" makes ${used.size} groups, not 2 to 4`]),
		...[...used].filter((group) => !known.includes(group)).map((group) => `group "${group}" of "${key}" has no words`),
		...Object.keys(groups)
			.filter((option) => !published.includes(option))
			.map((option) => `question "${key}" groups "${option}", which is no published option`)
	];
}
