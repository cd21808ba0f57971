/*
 * The name that a young person chooses to sign in with: what may be one, its plainest form, and ideas for one.
 * Which names are taken is known by user-names.server.ts.
 */

const SHORTEST = 3;
const LONGEST = 30;

/** Letters of any script, digits and single spaces. */
const FORM = /^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*$/u;

/** What is typed, with single spaces and nothing around it. */
export function tidyUserName(typed: string): string {
	return typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** The form that is looked for: "Brave Otter", "brave  otter" and "BraveOtter" are one name. */
export function plainUserName(typed: string): string {
	return typed
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}

export type UserNameRead =
	{ kind: 'name'; name: string } | { kind: 'too short' } | { kind: 'too long' } | { kind: 'signs' };

/** Reads what somebody would like to be called: 3 to 30 letters, numbers and spaces. */
export function readUserName(typed: string): UserNameRead {
	const name = tidyUserName(typed);
	if ([...name].length > LONGEST) return { kind: 'too long' };
	if (name !== '' && !FORM.test(name)) return { kind: 'signs' };
	return [...plainUserName(name)].length < SHORTEST ? { kind: 'too short' } : { kind: 'name', name };
}

const KINDS = (
	'Brave Bright Calm Clever Cosy Curious Daring Dizzy Eager Fair Fancy Fast Fearless Friendly Funny Gentle Glad Golden ' +
	'Happy Hopeful Jolly Kind Lively Loyal Lucky Merry Mighty Noble Patient Playful Proud Quick Quiet Silver Smart Snug ' +
	'Sparkly Starry Steady Strong Sunny Swift True Warm Wild Wise Witty Zippy'
).split(' ');

const CREATURES = (
	'Badger Beaver Bison Camel Crane Deer Dolphin Dragon Eagle Falcon Ferret Finch Fox Gecko Giraffe Hare Hawk Hedgehog ' +
	'Heron Kestrel Kitten Koala Ladybird Lemur Leopard Lion Llama Lynx Meerkat Mole Moose Newt Otter Owl Panda Panther ' +
	'Parrot Penguin Pony Puffin Puma Raven Robin Seal Sparrow Squirrel Swan Tiger Toucan Turtle Walrus Whale Wolf Wren Yak'
).split(' ');

/** An idea such as "Brave Otter 4", from a draw of whole numbers below the one given. */
export function userNameIdea(draw: (below: number) => number): string {
	return `${KINDS[draw(KINDS.length)]} ${CREATURES[draw(CREATURES.length)]} ${2 + draw(98)}`;
}
