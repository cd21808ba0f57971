/*
 * Young people in words for staff: names, standing, account, ways to send. Words only.
 */
import type { Account } from '#lib/people/list/listing.ts';
import type { Area } from '#lib/settings/district.ts';
import type { Way } from '#lib/people/person/sending.ts';
import type { Standing } from '#lib/people/roster.ts';

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
	'in care': 'In care',
	'care leaver': 'Care leaver',
	left: 'Left'
};

export const ACCOUNT_WORDS: Readonly<Record<Account, string>> = {
	joined: 'Has joined',
	'card waiting': 'Card waiting',
	wanted: 'Wanted',
	none: 'None'
};

export const AREA_WORDS: Readonly<Record<Area, string>> = {
	inside: 'Yes, in the area',
	outside: 'No, outside the area',
	unknown: 'Not known'
};

export const WAY_WORDS: Readonly<Record<Way, string>> = {
	survey: 'A survey card',
	post: 'Post',
	account: 'Their own account'
};

/** What to call somebody: their preferred name, or the CHILD number while none is known. */
export function nameOf({
	preferredName,
	child,
	unreadable = false
}: {
	preferredName: string | null;
	child: string;
	unreadable?: boolean;
}): string {
	return preferredName ?? `Child ${child}${unreadable ? ' (name cannot be read)' : ''}`;
}

/** "1 young person", "12 young people". */
export const people = (count: number): string =>
	`${count.toLocaleString('en-GB')} young ${count === 1 ? 'person' : 'people'}`;
