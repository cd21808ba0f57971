/*
 * Content at the edge: checks that a questionnaire has the shape it says, and refuses one with faults.
 * Faults between its parts are found in faults.ts.
 */
import { z } from 'zod';
import { contentFaults } from './faults.ts';
import { routingFaults } from './routing-faults.ts';
import { DOMAINS, GROUPINGS, SIGNS, VERSIONS } from '../question.ts';

const key = z
	.string()
	.max(40)
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single hyphens only');
const words = z.string().trim().min(1).max(200);

const option = z.strictObject({
	key,
	label: words.max(80),
	sign: z.enum(SIGNS).optional(),
	exclusive: z.literal(true).optional(),
	unpublished: z.literal(true).optional()
});

const asked = {
	key,
	text: words,
	help: words.optional(),
	sign: z.enum(SIGNS).optional(),
	domain: z.enum(DOMAINS),
	indicator: key.optional(),
	positive: z.array(z.string()).min(1).readonly().optional(),
	sensitive: z.literal(true).optional(),
	scale: key.optional()
};

const question = z.discriminatedUnion('type', [
	z.strictObject({
		...asked,
		type: z.literal('choice'),
		options: z.array(option).min(2).max(12).readonly(),
		faces: z.literal(true).optional(),
		grouping: z.enum(GROUPINGS).optional(),
		groups: z.record(z.string(), key).optional()
	}),
	z.strictObject({ ...asked, type: z.literal('choose-all'), options: z.array(option).min(2).max(16).readonly() }),
	z.strictObject({ ...asked, type: z.literal('scale'), least: words, most: words }),
	z.strictObject({
		...asked,
		type: z.literal('number'),
		least: z.int().min(0),
		most: z.int().max(9999),
		bands: z
			.array(z.strictObject({ key, label: words.max(80), from: z.int(), to: z.int() }))
			.min(2)
			.max(8)
			.readonly()
	}),
	z.strictObject({ ...asked, type: z.literal('comment'), short: z.literal(true).optional() })
]);

const page = z.strictObject({
	key,
	domain: z.enum(DOMAINS),
	title: words.optional(),
	when: z.strictObject({ question: key, answers: z.array(key).min(1).readonly() }).optional(),
	for: z.literal('helper').optional(),
	questions: z.array(question).min(1).max(3).readonly()
});

/** Accepts a questionnaire only when its shape is right and it has no content faults; the issues name each one. */
export const questionnaireSchema = z
	.strictObject({
		version: z.enum(VERSIONS),
		edition: z.string(),
		title: words,
		minutes: z.int().min(1).max(60),
		pages: z.array(page).min(1).readonly()
	})
	.superRefine((questionnaire, context) => {
		for (const fault of [...contentFaults(questionnaire), ...routingFaults(questionnaire)])
			context.addIssue({ code: 'custom', message: fault });
	});
