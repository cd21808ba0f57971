/*
 * The looks a council may choose from. Their colours are in ui/styles/looks.css, measured by looks.test.ts beside it.
 */

export const LOOKS = ['indigo', 'sea', 'forest', 'sky', 'berry'] as const;

export type Look = (typeof LOOKS)[number];

/** What each is called on the settings page. */
export const LOOK_NAMES: Readonly<Record<Look, string>> = {
	indigo: 'Indigo',
	sea: 'Sea',
	forest: 'Forest',
	sky: 'Sky',
	berry: 'Berry'
};
