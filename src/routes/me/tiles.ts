/*
 * The places on a young person's own page, in their order: every part of the house that adds one adds a line here. Words
 * are in i18n/; nothing here asks who somebody is.
 */

export interface Place {
	/** `me:home.<key>` and `me:home.<key>How`. */
	key: string;
	href: string;
	tint: 'sun' | 'mint' | 'sky' | 'lavender' | 'peach';
}

export const PLACES: readonly Place[] = [
	{ key: 'survey', href: '/survey', tint: 'sun' },
	{ key: 'talk', href: '/me/talk', tint: 'lavender' },
	{ key: 'help', href: '/help', tint: 'peach' },
	{ key: 'account', href: '/me/account', tint: 'sky' }
];

/** What is not there yet, said once and quietly. */
export const LATER: readonly string[] = ['letters'];
