/*
 * The way in for everything about questions: what they are, which answers belong to them, where an answer counts.
 * Wording lives in questionnaires/, order in journey.ts; nothing here knows who answered.
 */
export * from './asked.ts';
export { parseAnswer, roomFor, type Answer, type Parsed, type Refusal } from './answer.ts';
export { groupOf, isPositive, publishedKeys, publishedOptions, type PublishedOption } from './publication.ts';
export { SIGNS, type Sign } from './sign.ts';
