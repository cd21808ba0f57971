/*
 * How a child took part in a review, by the codes of the statutory return (SSDA903, PN0 to PN7). Words only.
 */

const WORDS: Readonly<Record<string, string>> = {
	PN0: 'Under four at the time',
	PN1: 'Came and spoke for themself',
	PN2: 'Came, an advocate spoke',
	PN3: 'Came, used symbols or signs',
	PN4: 'Came, gave no views',
	PN5: 'Was not there, an advocate spoke for them',
	PN6: 'Was not there, sent their views',
	PN7: 'Was not there, sent no views'
};

/** A participation code in words for staff; the code itself when it is not one of them. */
export const participationWords = (code: string): string => WORDS[code] ?? code;
