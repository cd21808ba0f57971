/*
 * What may be sent to or about a young person, and why not. Rules only; the pages for staff show them, and whatever
 * sends something asks here first.
 */
import { ageOn } from '#lib/calendar/day.ts';
import { YOUNGEST } from '../caseload.ts';
import { mayBeInvited, versionFor, type Invitable } from '../roster.ts';

export interface Sendable extends Invitable {
	born: string;
	addressUnsafe: boolean;
}

/** What can be sent: a survey card, a letter to where they live, something in their own account. */
export const WAYS = ['survey', 'post', 'account'] as const;
export type Way = (typeof WAYS)[number];

export interface Sending {
	way: Way;
	may: boolean;
	/** What a plain no would hide: nothing is sent by itself, but they can have it so. */
	unless?: string;
	/** In a sentence for staff: why not, or what to mind. */
	because: string;
}

/** The reason why nothing at all may be sent, with the heaviest first; null when something may. */
export function nothingBecause(person: Sendable): 'died' | 'with adopters' | 'opted out' | 'left' | null {
	if (person.died) return 'died';
	if (person.withAdopters) return 'with adopters';
	if (person.optedOut) return 'opted out';
	return person.standing === 'left' ? 'left' : null;
}

const NOTHING: Readonly<Record<NonNullable<ReturnType<typeof nothingBecause>>, string>> = {
	died: 'They have died. Nothing is ever sent.',
	'with adopters':
		'They live with the people who will adopt them. Nothing is sent; what they are told is their IRO’s decision.',
	'opted out': 'They asked that nothing be sent.',
	left: 'They are no longer looked after by the council, and not a care leaver.'
};

/** An account of one's own is asked for, not sent: what a no means for it. */
const ACCOUNT_UNLESS: Readonly<Record<'died' | 'with adopters' | 'opted out', Omit<Sending, 'way' | 'may'>>> = {
	died: { because: NOTHING.died },
	'with adopters': {
		unless: 'only if their IRO decides so',
		because: 'They live with the people who will adopt them. Only their IRO can make a joining card.'
	},
	'opted out': {
		unless: 'only if they ask for one',
		because: 'They asked that nothing be sent. Make a joining card when they ask you for one, and not before.'
	}
};

function survey(person: Sendable, today: string): Sending {
	const answer = (may: boolean, because: string): Sending => ({ way: 'survey', may, because });
	if (ageOn(person.born, today) < YOUNGEST) return answer(false, 'There is no survey for children under four.');
	if (person.shortBreaks) return answer(false, 'They live with their family and come for short breaks only.');
	if (!mayBeInvited(person) || !versionFor(ageOn(person.born, today), person.standing))
		return answer(false, 'There is no survey for their age.');
	return answer(true, 'They are asked when a wave opens.');
}

/** What may be sent to somebody on an ISO day, one line for each way. */
export function whatMayBeSent(person: Sendable, today: string): Sending[] {
	const nothing = nothingBecause(person);
	if (nothing) {
		// Leaving care takes nobody's account away: what is in it stays theirs to read.
		const keepsAccount = nothing === 'left';
		return WAYS.map((way): Sending => {
			if (way !== 'account') return { way, may: false, because: NOTHING[nothing] };
			if (keepsAccount)
				return { way, may: true, because: 'Their account stays theirs; nothing new is sent by itself.' };
			return { way, may: false, ...ACCOUNT_UNLESS[nothing] };
		});
	}
	const post: Sending = person.addressUnsafe
		? { way: 'post', may: false, because: 'Post to where they live is not safe. Give it to them by hand.' }
		: { way: 'post', may: true, because: 'To where they live.' };
	return [
		survey(person, today),
		post,
		{ way: 'account', may: true, because: 'If they have joined; nobody else can read it.' }
	];
}
