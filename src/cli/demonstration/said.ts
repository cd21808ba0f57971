/*
 * What the invented young people of each age write in their own words. All invented; nothing here is a real comment.
 */
import type { Comment, Version } from '#lib/surveys/question.ts';
import type { Chance } from './chance.ts';

const THINGS_SAID: Readonly<Record<Version, readonly string[]>> = {
	'4-7': [
		'I like my room and the dog.',
		'I want to see my sister more.',
		'We made pancakes and it was fun.',
		'I do not like it when it is loud.'
	],
	'8-10': [
		'My carers take me to football and shout my name.',
		'I want to see my brother more, not only at Christmas.',
		'Tell me before I get a new social worker.',
		'I would like a tablet for my homework.',
		'I like that my room is my own.'
	],
	'11-17': [
		'My carers listen and we cook together on Fridays.',
		'I would like to see my brother more often.',
		'Please tell us before plans change, not after.',
		'My social worker rings back now, that is better.',
		'More things to do at the weekend, and a bus pass.',
		'I like my room.'
	],
	'16-25': [
		'My adviser came with me to view the flat, that helped a lot.',
		'Nobody told me about council tax until the letter came.',
		'I would like to know who to ring after five o’clock.',
		'The setting-up money did not reach to a cooker and a bed.',
		'I am proud that I finished my first year at college.',
		'Meet us where we live, not in an office.'
	]
};
const FEW_WORDS = ['Quiet', 'Mine', 'Cold', 'Safe', 'Temporary', 'Busy', 'My own door', 'Too far out', 'Getting there'];

/** Something that somebody of this age might answer. */
export function sayingOf(chance: Chance, version: Version, question: Comment): string {
	return chance.pick(question.short ? FEW_WORDS : THINGS_SAID[version]);
}
